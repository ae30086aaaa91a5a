import { expect, test } from "vitest";
import { type Change, diffPlans, diffUpdates } from "../scripts/model/change.ts";
import { parsePlanOf, plan, siteOf } from "./support/sources.ts";

/** What differs between two plans that are given by their front matter and body. */
function diff(before: { extra?: string; body?: string }, after: typeof before): readonly Change[] {
  const [was, is] = [before, after].map(({ extra, body = "" }) => parsePlanOf(body, extra).plan);
  return was && is ? diffPlans(was, is) : [];
}
const promise = (bound: string) => ({
  extra: `targets: [{index: par-index, measure: rank, ${bound}, year: 2023}]\n`,
});

test("a promise changes with its bound as with its threshold, and is told as one", () => {
  expect(diff(promise("at_most: 25"), promise("at_most: 25"))).toEqual([]);
  for (const bound of ["at_most: 20", "below: 25"])
    expect(diff(promise("at_most: 25"), promise(bound))).toMatchObject([{ field: "promise" }]);
});

test("a new deadline that is mended in a report is one change", () => {
  const reportOf = (deadline: string) =>
    siteOf({
      "plans/a/ke-hoach.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n"),
      "updates/a/ke-hoach/2023-06-30.md": `---\nplan: ke-hoach\nas_of: 2023-06-30\n---\n## A.1\n- Trạng thái: Vướng mắc\n- Thời hạn mới: ${deadline}\n`,
    }).site.updates;
  const [[was], [is]] = [reportOf("Quý III/2023"), reportOf("Quý IV/2023")];
  expect(was && is && diffUpdates(was, is)).toEqual([
    { id: "A.1", title: undefined, field: "newDeadline", before: "Quý III/2023", after: "Quý IV/2023" },
  ]);
});

test("of two pieces of prose with one heading each is held against its own", () => {
  const body = "## Lưu ý\n\nMột.\n\n## Lưu ý\n\nHai.\n";
  expect(diff({ body }, { body })).toEqual([]);
  expect(diff({ body }, { body: body.replace("Một", "Ba") })).toMatchObject([
    { field: "prose", title: "Lưu ý", before: "Một.", after: "Ba." },
  ]);
});

test("a part that came is one change, not one for each of its values", () => {
  const body = "## A.1 Một\n- Chủ trì: Sở Nội vụ\n";
  const more = `${body}## A.2 Hai\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II\n`;
  expect(diff({ body }, { body: more })).toEqual([
    { id: "A.2", title: "Hai", field: "task", before: undefined, after: "Hai" },
  ]);
});
