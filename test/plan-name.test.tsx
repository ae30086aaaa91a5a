import { expect, test } from "vitest";
import { PlanLink } from "../layouts/parts/plan-link.tsx";
import { PlanProgress } from "../layouts/parts/plan-progress.tsx";
import { planName } from "../layouts/plan-name.ts";
import { renderHtml } from "../layouts/render.ts";
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
