import { describe, expect, test } from "vitest";
import { parseSite } from "../scripts/model/site-sources.ts";
import { AGENCIES, plan, siteOf } from "./support/sources.ts";

const DOCUMENTS = "id,number,kind,date,issuer\n10-kh,10/KH-UBND,Kế hoạch,2023-02-01,ubnd-vi-du\n";

const UPPER = plan(
  "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n## A.2 Việc\n- Chủ trì: Sở Nội vụ\n",
  "number: 10/KH-UBND\nissued: 2023-02-01\n",
);

const update = (slug: string, day: string, body: string) => `---\nplan: ${slug}\nas_of: ${day}\n---\n${body}`;

const DOING = "## A.1\n- Trạng thái: Đang thực hiện\n";

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

test("a number that two issuers have given names neither document", () => {
  const { problems } = siteOf({
    "documents.csv": `${DOCUMENTS}10-kh-mau,10/KH-UBND,Kế hoạch,2023-03-01,ubnd-mau\n`,
    "plans/a/mot.md": plan("", "legal_basis: [10/KH-UBND]\n"),
    "plans/a/hai.md": plan("", "legal_basis: [10-kh-mau]\n"),
  });
  expect(problems).toEqual([expect.stringContaining("không có văn bản mang mã “10/KH-UBND”")]);
});

test("a name means the agency of the plan's own day, whatever it meant in a plan before", () => {
  const issuedOn = (day: string) =>
    plan("## A.1 Việc\n- Chủ trì: Ủy ban nhân dân tỉnh Mẫu\n", `issued: ${day}\n`);
  const { site } = siteOf({
    "plans/a/mot.md": issuedOn("2025-06-30"),
    "plans/a/hai.md": issuedOn("2025-07-01"),
  });
  const leadOf = (slug: string) => site.planBySlug.get(slug)?.tasks[0]?.assignments[0]?.leads[0]?.agency;
  expect(["mot", "hai"].map(leadOf)).toEqual(["ubnd-mau", "ubnd-mau-moi"]);
});

describe("only who exists issues or reports; one of the same name is another body", () => {
  const OLD = "“Ủy ban nhân dân tỉnh Mẫu” (ubnd-mau) không tồn tại";
  const NEW = "“Ủy ban nhân dân tỉnh Mẫu” (ubnd-mau-moi) không tồn tại";
  const planOn = (issued: string, agency: string) =>
    siteOf({ "plans/mau/ke-hoach.md": plan("", `issued: ${issued}\n`, agency) }, "2026-01-01").problems;
  test.each([
    ["2025-06-30", "ubnd-mau", []],
    ["2025-07-01", "ubnd-mau-moi", []],
    ["2025-07-01", "ubnd-mau", [`${OLD} ngày ban hành 2025-07-01; dùng mã của cơ quan khi đó: ubnd-mau-moi`]],
    ["2025-06-30", "ubnd-mau-moi", [`${NEW} ngày ban hành 2025-06-30; dùng mã của cơ quan khi đó: ubnd-mau`]],
  ])("a plan of %s by %s", (issued, agency, problems) =>
    expect(planOn(issued, agency)).toEqual(problems.map(problem => `plans/mau/ke-hoach.md:3:9: ${problem}`)),
  );
  const reportOf = (front: string) =>
    siteOf(
      {
        "plans/vi-du/ke-hoach.md": plan(""),
        "updates/mau/ke-hoach/2025-06-30.md": `---\nplan: ke-hoach\nas_of: 2025-06-30\n${front}---\n`,
        "updates/mau/ke-hoach/2025-09-30.md":
          "---\nplan: ke-hoach\nas_of: 2025-09-30\nreporter: ubnd-mau-moi\n---\n",
      },
      "2026-01-01",
    ).problems;
  test.each([
    ["", []],
    ["reporter: ubnd-mau\n", []],
    ["reporter: ubnd-mau-moi\n", []],
    ["reporter: ubnd-mau-moi\npublished: 2025-07-05\n", []],
    [
      "reporter: ubnd-mau-moi\npublished: 2025-06-30\n",
      [`4:11: ${NEW} ngày 2025-06-30; dùng mã của cơ quan khi đó: ubnd-mau`],
    ],
  ])("a report on 30/6 with %j", (front, problems) =>
    expect(reportOf(front)).toEqual(problems.map(text => `updates/mau/ke-hoach/2025-06-30.md:${text}`)),
  );
  test("a document", () => {
    const rows = "id,number,issuer,date\na,1/QĐ-UBND,ubnd-mau,2025-06-30\nb,2/QĐ-UBND,ubnd-mau,2025-07-01\n";
    expect(siteOf({ "documents.csv": rows }).problems).toEqual([
      `documents.csv:3:13: ${OLD} ngày 2025-07-01; dùng mã của cơ quan khi đó: ubnd-mau-moi`,
    ]);
  });
});

describe("one broken file makes no problem elsewhere", () => {
  test("a plan whose front matter cannot be read", () => {
    const { problems } = siteOf({
      "plans/a/tren.md": UPPER.replace("title", "titel"),
      "plans/b/duoi.md": plan("## 1 Việc\n- Thực hiện: tren#A.1\n", "implements: [tren]\n"),
      "updates/a/tren/2023-09-01.md": update("tren", "2023-09-01", DOING),
    });
    expect([...new Set(problems.map(problem => problem.split(":")[0]))]).toEqual(["plans/a/tren.md"]);
  });
  test("a plan that is named by its number", () => {
    const { problems } = siteOf({
      "plans/a/tren.md": UPPER.replace("2023-02-01", "31/6/2023"),
      "plans/b/duoi.md": plan("", "implements: [10/KH-UBND]\n"),
    });
    expect(problems).toEqual([expect.stringContaining("plans/a/tren.md:7:9")]);
  });
  test("an agency whose row cannot be read, though plans name it", () => {
    const { problems } = siteOf({
      "agencies.csv": AGENCIES.replace("Sở Tư pháp,agency", "Sở Tư pháp,agenci"),
      "plans/a/tren.md": plan("## A.1 Việc\n- Chủ trì: Sở Tư pháp; STP\n", "", "so-tu-phap-vi-du"),
    });
    expect(problems).toEqual([expect.stringContaining("agencies.csv:4:")]);
  });
  test("a table that cannot be read at all", () => {
    const { problems } = siteOf({
      "agencies.csv": AGENCIES.replace("id,name,kind", "id,name,kin"),
      "documents.csv": DOCUMENTS.replace(",10/KH", ',"10/KH'),
      "plans/a/tren.md": UPPER,
      "plans/b/duoi.md": plan("", "implements: [10-kh]\nlegal_basis: [10-kh]\n"),
    });
    expect(problems).toEqual([
      expect.stringContaining("agencies.csv:1:9: cột “kin”"),
      expect.stringContaining("documents.csv:2:1: dấu ngoặc kép"),
    ]);
  });
  test("an index description that cannot be read, though results and plans name it", () => {
    const { problems } = siteOf({
      "indices/chi-so-moi.yaml": "name: A\nnamee: B\n",
      "results/chi-so-moi.csv": "year,agency,value\n2023,ubnd-vi-du,5\n",
      "plans/a/tren.md": plan("", "indices: [chi-so-moi]\n"),
    });
    expect(problems).toEqual([expect.stringContaining("indices/chi-so-moi.yaml:2:1")]);
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
  ])("a report %s is refused", (_, day, text, problem) => {
    const name = `updates/a/${day}.md`;
    const { problems } = siteOf({ "plans/a/tren.md": UPPER, [name]: text });
    expect(problems).toEqual([expect.stringContaining(`${name}:${problem}`)]);
  });
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

describe("files of data/ that nothing would read", () => {
  test.each([
    ["agences.csv", "dữ liệu không có tệp “agences.csv” trong định dạng; có phải ý bạn là “agencies.csv”?"],
    ["par-index.csv", "dữ liệu không có tệp “par-index.csv” trong định dạng; dùng agencies.csv, "],
    ["results/2023/par-index.csv", "dữ liệu không có tệp “results/2023/par-index.csv” trong định dạng"],
  ])("%s is reported", (name, words) => {
    expect(siteOf({ [name]: "id\n" }).problems).toEqual([expect.stringContaining(words)]);
  });

  test("an index that is described twice is reported", () => {
    const { problems } = siteOf({ "indices/sipas.yaml": "name: A\n", "indices/sipas.yml": "name: B\n" });
    expect(problems).toEqual([expect.stringContaining("indices/sipas.yml:1:1: chỉ số “sipas” đã có")]);
  });
});

describe("what a file would have said is not missed when the file could not be read", () => {
  const CHART = plan("```chart\ntype: ranking\nindex: par-index\nyears: [2022]\n```\n");
  const INDEX = { "indices/par-index.yaml": "name: PAR INDEX\n", "plans/vi-du/bieu-do.md": CHART };

  test("results behind a header that is wrong", () => {
    const { problems } = siteOf({ ...INDEX, "results/par-index.csv": "yeer;agency\n2022;ubnd-vi-du\n" });
    expect(problems).toEqual([expect.stringContaining("cột “yeer” không có trong định dạng")]);
  });

  test("agencies in bytes that are no UTF-8", () => {
    const named = (name: string, text: string) => ({ name, path: name, text });
    const { problems } = parseSite(
      {
        content: [named("plans/vi-du/a.md", plan("## A.1. Việc\n- Chủ trì: Sở Nội vụ\n"))],
        data: [],
        problems: [{ file: "data/agencies.csv", line: 1, column: 1, message: "", mend: "" }],
      },
      "2023-10-01",
    );
    expect(problems).toEqual([]);
  });
});
