import { expect, test } from "vitest";
import { draftOf, neverReported } from "../scripts/model/draft.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site, problems } = siteOf({
  "plans/vi-du/ke-hoach.md": plan("## A.1 Một\n- Chủ trì: Sở Nội vụ\n## A.2 Hai\n- Chủ trì: Sở Nội vụ\n"),
  "updates/vi-du/ke-hoach/2023-03-31.md":
    "---\nplan: ke-hoach\nas_of: 2023-03-31\n---\n## A.1\n- Trạng thái: Đang thực hiện\n- Tiến độ: 62,5%\n- Giá trị: 5/8\n- Minh chứng: Báo cáo\n",
  "updates/vi-du/ke-hoach/2023-06-30.md":
    "---\nplan: ke-hoach\nas_of: 2023-06-30\n---\n## A.1\n- Trạng thái: Hoàn thành\n- Minh chứng: Báo cáo 2\n- Ngày hoàn thành: 15/6/2023\n",
});

test("the example has no problems", () => expect(problems).toEqual([]));

test.each([
  [undefined, ["A.2"]],
  ["A.1, A.2", ["A.2"]],
  ["A.2", ["A.2"]],
  ["A.1", []],
])("of the tasks %j those without a report are to be checked: %j", (tasks, ids) => {
  const [only] = site.plans;
  expect(only && neverReported(only, { ...(tasks !== undefined && { tasks }) }, site)).toEqual(ids);
});

const NONE = "## A.2. Hai\n- Trạng thái: Chưa bắt đầu\n";
test.each([
  [
    "31/5/2023",
    undefined,
    `## A.1. Một\n- Trạng thái: Đang thực hiện\n- Tiến độ: 62,5%\n- Giá trị: 5/8\n- Minh chứng: Báo cáo\n\n${NONE}`,
  ],
  [
    "2023-07-31",
    undefined,
    `## A.1. Một\n- Trạng thái: Hoàn thành\n- Minh chứng: Báo cáo 2\n- Ngày hoàn thành: 2023-06-15\n\n${NONE}`,
  ],
  // What was reported on the day itself or after it is not known yet.
  ["31/3/2023", "A.1", "## A.1. Một\n- Trạng thái: Chưa bắt đầu\n"],
])("a report of %s on %j begins with what the last one before it said", (typed, tasks, body) => {
  const draft = draftOf(
    "update",
    { reporter: "so-noi-vu-vi-du", plan: "ke-hoach", as_of: typed, ...(tasks !== undefined && { tasks }) },
    site,
  );
  const day = typed.includes("/")
    ? typed
        .split("/")
        .map(part => part.padStart(2, "0"))
        .toReversed()
        .join("-")
    : typed;
  expect(draft).toMatchObject({
    kind: "file",
    name: `updates/so-noi-vu-vi-du/ke-hoach/${day}.md`,
    text: expect.stringMatching(/^---\n[\s\S]*?---\n/),
  });
  expect(draft.kind === "file" && draft.text.replace(/^---\n[\s\S]*?---\n/, "")).toBe(body);
});

test.each([
  [{ year: "2023" }, "Trong năm 2023"],
  [{ years: "2023, 2025" }, "Trong năm 2025"],
])("a new plan of %j has a first task that is due in its last year", (years, deadline) => {
  const draft = draftOf(
    "plan",
    { title: "A", agency: "ubnd-vi-du", slug: "a", state: "draft", ...years },
    site,
  );
  expect(draft).toMatchObject({
    name: "plans/ubnd-vi-du/a.md",
    text: expect.stringContaining(`- Thời hạn: ${deadline}\n`),
  });
});

test("rows are drafted for the table that they belong to", () => {
  expect(draftOf("agency", { id: "a", name: "A" }, site)).toMatchObject({
    kind: "row",
    name: "agencies.csv",
  });
  expect(draftOf("result", { index: "sipas", year: "2023" }, site)).toMatchObject({
    kind: "row",
    name: "results/sipas.csv",
  });
});
