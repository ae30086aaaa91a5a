import { describe, expect, test } from "vitest";
import { DOCUMENTS, DOING, UPPER, update } from "./support/plan-family.ts";
import { plan, siteOf } from "./support/sources.ts";

describe("a plan carries out another", () => {
  test.each([
    ["by its slug", "tren"],
    ["by the id of its document", "10-kh"],
    ["by its number", "10/KH-UBND"],
    ["by its number in another spelling", "10/KHUBND"],
  ])("%s", (_, name) => {
    const { site, problems } = siteOf({
      "documents.csv": DOCUMENTS,
      "plans/a/tren.md": UPPER,
      "plans/b/duoi.md": plan("", `implements: [${name}]\n`, "so-noi-vu-vi-du"),
    });
    expect(problems).toEqual([]);
    expect(site.upperPlans.get("duoi")).toMatchObject([
      { plan: { slug: "tren" }, document: { id: "10-kh" } },
    ]);
    expect(site.lowerPlans.get("tren")?.map(({ slug }) => slug)).toEqual(["duoi"]);
    expect(site.lowerPlans.get("10-kh")?.map(({ slug }) => slug)).toEqual(["duoi"]);
  });
  test("or a document that is no plan of this site", () => {
    const { site, problems } = siteOf({
      "documents.csv": DOCUMENTS,
      "plans/b/duoi.md": plan("", "implements: [10-kh]\n"),
    });
    expect(problems).toEqual([]);
    expect(site.upperPlans.get("duoi")).toMatchObject([{ plan: undefined, document: { id: "10-kh" } }]);
  });
  test("of several plans of one number, that of the issuer and the year of the document", () => {
    const { site, problems } = siteOf({
      "documents.csv": DOCUMENTS,
      "plans/a/cu.md": UPPER.replace("2023-02-01", "2022-02-01"),
      "plans/a/tren.md": UPPER,
      "plans/b/ban.md": plan("", "number: 10/KH-UBND\n", "ubnd-mau"),
      "plans/b/duoi.md": plan("", "implements: [10/KH-UBND, tren, 10-kh]\n"),
    });
    expect(problems).toEqual([]);
    expect(site.upperPlans.get("duoi")).toMatchObject([
      { plan: { slug: "tren" }, document: { id: "10-kh" } },
    ]);
    expect(site.lowerPlans.get("tren")).toHaveLength(1);
  });
  test("by a number that one plan has, though no document does", () => {
    const { site, problems } = siteOf({
      "plans/a/tren.md": UPPER,
      "plans/b/duoi.md": plan("", "implements: [10/KH-UBND]\n"),
    });
    expect(problems).toEqual([]);
    expect(site.upperPlans.get("duoi")).toMatchObject([{ plan: { slug: "tren" }, document: undefined }]);
  });
  test("a document of the same number from another issuer is not the plan", () => {
    const { site } = siteOf({
      "documents.csv": DOCUMENTS.replace("ubnd-vi-du", "ubnd-mau"),
      "plans/a/tren.md": UPPER,
      "plans/b/duoi.md": plan("", "implements: [10-kh]\n"),
    });
    expect(site.upperPlans.get("duoi")).toMatchObject([{ plan: undefined }]);
  });
});

test("a task carries out a task", () => {
  const { site, problems } = siteOf({
    "plans/a/tren.md": UPPER,
    "plans/b/duoi.md": plan("## 1 Việc\n- Chủ trì: Sở Nội vụ\n- Thực hiện: tren#A.1; tren#A.2\n"),
  });
  expect(problems).toEqual([]);
  expect(site.lowerTasks.get("tren#A.1")).toMatchObject([{ plan: { slug: "duoi" }, task: { id: "1" } }]);
  expect(site.lowerTasks.get("tren#A.2")).toHaveLength(1);
});

test("neither a plan nor a task carries out itself", () => {
  const { problems } = siteOf({
    "plans/b/duoi.md": plan(
      "## 1 Việc\n- Chủ trì: Sở Nội vụ\n- Thực hiện: duoi#1\n",
      "number: 5/KH-SNV\nimplements: [5/KH-SNV]\n",
    ),
  });
  expect(problems).toEqual([
    expect.stringContaining("“5/KH-SNV” là chính kế hoạch này; bỏ khỏi implements"),
    expect.stringContaining("“duoi#1” là chính nhiệm vụ này; bỏ khỏi Thực hiện"),
  ]);
});

test("a number that two issuers have given names neither document", () => {
  const { problems } = siteOf({
    "documents.csv": `${DOCUMENTS}10-kh-mau,10/KH-UBND,Kế hoạch,2023-03-01,ubnd-mau\n`,
    "plans/a/mot.md": plan("", "legal_basis: [10/KH-UBND]\n"),
    "plans/a/hai.md": plan("", "legal_basis: [10-kh-mau]\n"),
  });
  expect(problems).toEqual([expect.stringContaining("không có văn bản mang mã “10/KH-UBND”")]);
});

test("of plans the last year comes first, in it what was issued last, then what has no day", () => {
  const named = (title: string, extra: string) => plan("", extra).replace("Kế hoạch ví dụ", title);
  const { site } = siteOf({
    "plans/a/khong-ngay.md": named("A", ""),
    "plans/a/truoc.md": named("B", "issued: 2023-01-05\n"),
    "plans/a/sau.md": named("C", "issued: 2023-11-20\n"),
    "plans/a/cung-ngay.md": named("D", "issued: 2023-11-20\n"),
    "plans/a/nam-sau.md": named("E", "").replace("year: 2023", "year: 2024"),
  });
  expect(site.plans.map(({ slug }) => slug)).toEqual(["nam-sau", "sau", "cung-ngay", "truoc", "khong-ngay"]);
});

describe("a document is a plan of the site", () => {
  const planOfDocument = (files: Readonly<Record<string, string>>) =>
    [...siteOf(files).site.planOfDocument].map(([id, { slug }]) => [id, slug]);
  test.each([
    ["by its number in another spelling", "number: 10/KHUBND\nissued: 2023-02-01\n"],
    ["that does not tell its day", "number: 10/KH-UBND\n"],
  ])("%s", (_, front) =>
    expect(planOfDocument({ "documents.csv": DOCUMENTS, "plans/a/tren.md": plan("", front) })).toEqual([
      ["10-kh", "tren"],
    ]),
  );
  test("of its own year, whatever other year has the same number", () => {
    const ofYear = (year: number) =>
      plan("", `number: 12/KH-UBND\nissued: ${year}-02-01\n`).replace("year: 2023", `year: ${year}`);
    expect(
      planOfDocument({
        "plans/a/nam-2022.md": ofYear(2022),
        "plans/a/nam-2023.md": ofYear(2023),
        "documents.csv":
          "id,number,date,issuer\n12-2022,12/KH-UBND,2022-02-01,ubnd-vi-du\n12-2023,12/KH-UBND,2023-02-01,ubnd-vi-du\n",
      }),
    ).toEqual([
      ["12-2022", "nam-2022"],
      ["12-2023", "nam-2023"],
    ]);
  });
});

describe("reports are joined to their tasks, oldest first", () => {
  test("whatever the order of the files", () => {
    const { site, problems } = siteOf({
      "plans/a/tren.md": UPPER,
      "updates/a/tren/2023-09-01.md": update("tren", "2023-09-01", DOING),
      "updates/b/tren/2023-06-01.md": update("tren", "2023-06-01", DOING),
    });
    expect(problems).toEqual([]);
    expect(site.updatesByTask.get("tren#A.1")?.map(({ asOf }) => asOf)).toEqual(["2023-06-01", "2023-09-01"]);
    expect(site.updates.map(({ asOf }) => asOf)).toEqual(["2023-09-01", "2023-06-01"]);
  });
  test.each([
    [
      "of an unknown plan",
      "2023-09-01",
      update("trem", "2023-09-01", DOING),
      "2:7: không có kế hoạch “trem”; có phải ý bạn là “tren”?",
    ],
    [
      "of an unknown task",
      "2023-09-01",
      update("tren", "2023-09-01", "## A.9\n- Trạng thái: Vướng mắc\n"),
      "5:1: kế hoạch “tren” không có nhiệm vụ “A.9”",
    ],
    [
      "before the plan was issued",
      "2023-01-31",
      update("tren", "2023-01-31", DOING),
      "3:8: báo cáo tại ngày 2023-01-31, trước ngày ban hành",
    ],
    [
      "of work that was done long before",
      "2023-09-01",
      update(
        "tren",
        "2023-09-01",
        "## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng: a\n- Ngày hoàn thành: 20/6/2013\n",
      ),
      "5:1: ngày hoàn thành 2013-06-20 của A.1 sớm hơn nhiều so với năm 2023 của kế hoạch",
    ],
  ])("a report %s is refused", (_, day, text, problem) => {
    const name = `updates/a/${day}.md`;
    const { problems } = siteOf({ "plans/a/tren.md": UPPER, [name]: text });
    expect(problems).toEqual([expect.stringContaining(`${name}:${problem}`)]);
  });
});

test("work of a year may be done at the end of the year before", () => {
  const done = "## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng: a\n- Ngày hoàn thành: 20/12/2022\n";
  const report = update("tren", "2023-09-01", done);
  const { problems } = siteOf({ "plans/a/tren.md": UPPER, "updates/a/tren/2023-09-01.md": report });
  expect(problems).toEqual([]);
});

test("a report of the day of issue is good; one of a day after that of judgement counts for nothing", () => {
  const reports = (asOf: string) =>
    siteOf(
      {
        "plans/a/tren.md": UPPER,
        "updates/a/tren/2023-02-01.md": update("tren", "2023-02-01", DOING),
        "updates/a/tren/2023-09-01.md": update("tren", "2023-09-01", DOING),
      },
      asOf,
    );
  expect(reports("2023-09-01").problems).toEqual([]);
  const { site, problems } = reports("2023-08-31");
  expect(problems).toEqual([expect.stringContaining("2023-09-01, sau ngày xét 2023-08-31")]);
  expect(site.updatesByTask.get("tren#A.1")?.map(({ asOf }) => asOf)).toEqual(["2023-02-01"]);
});
