import { expect, test } from "vitest";
import { PlanLink } from "../layouts/parts/plan-link.tsx";
import { PlanProgress } from "../layouts/parts/plan-progress.tsx";
import { planName } from "../layouts/plan-name.ts";
import { renderHtml } from "../layouts/render.ts";
import { taskIndex } from "../layouts/task-index.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { plan, siteOf } from "./support/sources.ts";

/** A plan in a state, with its site. */
function planIn(state: string) {
  const text = plan("### A.1. Tuyên truyền\n- Thời hạn: Quý II/2023\n").replace(
    "state: issued",
    `state: ${state}`,
  );
  const { site } = siteOf({ "plans/vi-du/vi-du-2023.md": text });
  const [only] = site.plans;
  if (!only) throw new Error("no plan");
  return { site, plan: only };
}

test.each([
  ["draft", ", dự thảo", "Kế hoạch này là dự thảo: tình trạng xét theo thời hạn ghi trong dự thảo."],
  [
    "replaced",
    ", đã thay thế",
    "Kế hoạch này đã được thay thế: tình trạng xét theo thời hạn ghi trong bản cũ.",
  ],
  ["issued", "", ""],
  ["ended", "", ""],
])("what is judged by a plan that is %s says whether the plan is in force", (state, named, told) => {
  const { site, plan } = planIn(state);
  const bare = planName(planIn("issued").site, planIn("issued").plan);
  expect(planName(site, plan)).toBe(`${bare}${named}`);
  expect(renderHtml(<PlanLink site={site} slug={plan.slug} />)).toMatch(
    named ? new RegExp(`</a><small>${named.slice(1)}</small>$`) : /<\/a>$/,
  );
  const progress = renderHtml(<PlanProgress site={site} plan={plan} />);
  expect(progress.includes("tình trạng xét theo")).toBe(told !== "");
  expect(progress).toContain(told);
});

test("plans of one number, which begins anew every year at every issuer, are told apart", () => {
  const numbered = (year: number, agency: string, number = "10/KH-UBND") =>
    plan("### A.1. Tuyên truyền\n", `number: ${number}\n`, agency).replace("2023", `${year}`);
  const { site, problems } = siteOf({
    "plans/vi-du/cu.md": numbered(2023, "ubnd-vi-du"),
    "plans/vi-du/moi.md": numbered(2024, "ubnd-vi-du"),
    "plans/mau/mau.md": numbered(2024, "ubnd-mau"),
    "plans/mau/khac.md": numbered(2024, "ubnd-mau", "11/KH-UBND"),
  });
  expect(problems).toEqual([]);
  const [own, other] = ["Ủy ban nhân dân tỉnh Ví Dụ", "Ủy ban nhân dân tỉnh Mẫu"];
  const names = (nameOf: (plan: Plan) => string | undefined) =>
    Object.fromEntries(site.plans.map(plan => [plan.slug, nameOf(plan)]));
  expect(names(plan => planName(site, plan))).toEqual({
    cu: `10/KH-UBND (${own}, năm 2023)`,
    moi: `10/KH-UBND (${own}, năm 2024)`,
    mau: `10/KH-UBND (${other})`,
    khac: "11/KH-UBND",
  });
  const { plans } = taskIndex(site);
  expect(names(({ slug }) => plans.find(({ id }) => id === slug)?.name)).toEqual({
    cu: `10/KH-UBND (${own}, năm 2023)`,
    moi: `10/KH-UBND (${own}, năm 2024)`,
    mau: `10/KH-UBND (${other})`,
    khac: `11/KH-UBND (${other})`,
  });
});
