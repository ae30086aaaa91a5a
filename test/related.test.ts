import { expect, test } from "vitest";
import type { z } from "zod";
import { agenciesInUse, otherAgencies, related } from "../layouts/related.ts";
import { groupBy } from "../scripts/model/maps.ts";
import { tasksById } from "../scripts/model/plan.ts";
import { assignmentRow } from "../scripts/model/plan-columns.ts";
import { columnsOf } from "../scripts/model/table.ts";
import { assignmentRows } from "../scripts/model/task-rows.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site, problems } = siteOf(
  {
    "agencies.csv": `id,name,kind,level,parent,valid_from,valid_to,successors
ubnd,Ủy ban nhân dân tỉnh Ví Dụ,body,province,,,,
so-a,Sở A,agency,province,ubnd,,,
so-b,Sở B,agency,province,ubnd,,,
so-c,Sở C,agency,province,ubnd,,2022-12-31,so-b
phong-d,Phòng D,unit,internal,so-c,,,
so-e,Sở E,agency,province,,,,
so-f,Sở F,agency,province,,,,
so-g,Sở G,agency,province,,,,
`,
    "documents.csv": `id,number,issuer,title,date
goc,1/QĐ,ubnd,Quyết định,2020-01-01
ke-hoach-2022,5/KH,ubnd,Kế hoạch,2022-02-01
ke-hoach-2023,5/KH,ubnd,Kế hoạch,2023-02-01
`,
    "plans/a/mot.md": plan(
      "## A.1 Một\n- Chủ trì: Sở A\n- Phối hợp: Sở B; Sở B (theo dõi)\n- Thời hạn: Quý IV/2023\n" +
        "## A.2 Hai\n- Chủ trì: Sở A; Sở B (đôn đốc)\n- Phối hợp: Phòng D\n- Thời hạn: Quý II/2023\n",
      "number: 5/KH\nissued: 2023-02-01\nlegal_basis: [goc]\n",
      "ubnd",
    ),
    "plans/b/hai.md": plan(
      "## B.1 Ba\n- Chủ trì: Sở A\n",
      "number: 1/KH\nissued: 2023-03-01\nimplements: [ke-hoach-2023]\n",
      "so-b",
    ),
    // Its issuer issued nothing else, and whom it names last does nothing else.
    "plans/c/ba.md": plan(
      "## C.1 Bốn\n- Chủ trì: Ủy ban nhân dân tỉnh Ví Dụ\n- Phối hợp: Sở G (giám sát)\n- Thời hạn: 1/8/2023\n",
      "issued: 2023-01-01\n",
      "so-f",
    ),
  },
  "2023-08-01",
);
const all = related(site);
const ids = (found: readonly { readonly task: { readonly id: string } }[] | undefined) =>
  found?.map(({ task }) => task.id);

test("the example has no problems", () => expect(problems).toEqual([]));

test("an agency has the tasks that it leads, coordinates and follows up, each once", () => {
  expect([...all.leads].map(([id, tasks]) => [id, ids(tasks)])).toEqual([
    ["so-a", ["B.1", "A.1", "A.2"]],
    ["so-b", ["A.2"]],
    ["ubnd", ["C.1"]],
  ]);
  expect([...all.coordinates].map(([id, tasks]) => [id, ids(tasks)])).toEqual([
    ["so-b", ["A.1"]],
    ["phong-d", ["A.2"]],
  ]);
  expect([...all.supervises].map(([id, tasks]) => [id, ids(tasks)])).toEqual([
    ["so-b", ["A.1", "A.2"]],
    ["so-g", ["C.1"]],
  ]);
});

test("who reads phan-cong by its dictionary counts the same tasks of an agency as its page", () => {
  const { description = "" } = columnsOf({ row: assignmentRow }).find(({ name }) => name === "role") ?? {};
  const [, words = ""] = /Mở đầu bằng (.+?) thì trang/.exec(description) ?? [];
  const supervising = new RegExp(`^(${words.split(/, | hay /).join("|")})`, "iu");
  const counted = (chosen: (row: z.output<typeof assignmentRow>) => boolean) =>
    [...groupBy([...assignmentRows(site)].filter(chosen), ({ agency = "" }) => agency)].map(
      ([agency, rows]) => [agency, new Set(rows.map(({ task }) => task)).size],
    );
  const follows = ({ role = "" }) => supervising.test(role);
  const sizes = (of: ReadonlyMap<string, readonly unknown[]>) =>
    [...of].map(([id, tasks]) => [id, tasks.length]);
  expect(counted(row => row.part === "lead").sort()).toEqual(sizes(all.leads).sort());
  expect(counted(row => row.part === "coordinator" && !follows(row)).sort()).toEqual(
    sizes(all.coordinates).sort(),
  );
  expect(counted(follows).sort()).toEqual(sizes(all.supervises).sort());
});

test("of what it leads, what needs attention first", () =>
  expect(all.leading.get("so-a")?.map(({ task, status }) => [task.id, status])).toEqual([
    ["A.2", "unreported"],
    ["A.1", "not-due"],
    ["B.1", "undated"],
  ]));

test("the tasks of each plan are counted by where they stand", () => {
  const counted = [...all.planCounts].map(([slug, counts]) => [
    slug,
    Object.fromEntries([...counts].filter(([, count]) => count > 0)),
  ]);
  expect(Object.fromEntries(counted)).toEqual({
    mot: { unreported: 1, "not-due": 1 },
    hai: { undated: 1 },
    ba: { "due-soon": 1 },
  });
});

test("an agency has its plans, those below it and those that were before it", () => {
  expect([...all.plansOf].map(([id, plans]) => [id, plans.map(({ slug }) => slug)]).toSorted()).toEqual([
    ["so-b", ["hai"]],
    ["so-f", ["ba"]],
    ["ubnd", ["mot"]],
  ]);
  expect([...all.children].map(([id, below]) => [id, below.map(agency => agency.id)])).toEqual([
    ["ubnd", ["so-a", "so-b", "so-c"]],
    ["so-c", ["phong-d"]],
  ]);
  expect([...all.predecessors].map(([id, before]) => [id, before.map(agency => agency.id)])).toEqual([
    ["so-b", ["so-c"]],
  ]);
});

test("a document has the plans that rest on it or carry it out, and the plan that it is", () => {
  expect([...all.citedBy].map(([id, plans]) => [id, plans.map(({ slug }) => slug)]).toSorted()).toEqual([
    ["goc", ["mot"]],
    ["ke-hoach-2023", ["hai"]],
  ]);
  expect([...site.planOfDocument].map(([id, { slug }]) => [id, slug])).toEqual([["ke-hoach-2023", "mot"]]);
});

test("in use is who acts in a plan and who stands above", () => {
  expect(agenciesInUse(site).map(({ id }) => id)).toEqual([
    "ubnd",
    "so-a",
    "so-b",
    "so-c",
    "phong-d",
    "so-f",
    "so-g",
  ]);
  expect(otherAgencies(site).map(({ id }) => id)).toEqual(["so-e"]);
});

test("tasks of a plan by their ids", () => {
  const mot = site.planBySlug.get("mot");
  expect(mot && ["A.2", "A.3"].map(id => tasksById(mot).get(id)?.title)).toEqual(["Hai", undefined]);
});
