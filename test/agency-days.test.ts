import { describe, expect, test } from "vitest";
import { plan, siteOf } from "./support/sources.ts";

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

test("a plan without a day names agencies as they were when its first year began", () => {
  const of = (years: string) =>
    plan("## A.1 Việc\n- Chủ trì: Ủy ban nhân dân tỉnh Mẫu\n").replace("year: 2023", years);
  const { site } = siteOf({
    "plans/a/mot.md": of("years: [2025, 2030]"),
    "plans/a/hai.md": of("year: 2026"),
  });
  const leadOf = (slug: string) => site.planBySlug.get(slug)?.tasks[0]?.assignments[0]?.leads[0]?.agency;
  expect(["mot", "hai"].map(leadOf)).toEqual(["ubnd-mau", "ubnd-mau-moi"]);
});

test("a name means the agency of the plan's own tree, whatever it meant in a plan before", () => {
  const body = "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n";
  const { site } = siteOf({ "plans/a/mot.md": plan(body), "plans/b/hai.md": plan(body, "", "ubnd-mau") });
  const leads = site.plans.map(({ tasks }) => tasks[0]?.assignments[0]?.leads[0]?.agency);
  expect(leads.toSorted()).toEqual(["so-noi-vu-mau", "so-noi-vu-vi-du"]);
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
