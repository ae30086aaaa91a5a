import type { z } from "zod";
import { nameOf } from "./agency.ts";
import { deadlineCells } from "./data-rows.ts";
import { judgementsOfPlan } from "./judgement.ts";
import type { Plan } from "./plan.ts";
import type { noteRow, planRow, sectionRow, targetRow } from "./plan-columns.ts";
import type { Site } from "./site.ts";
import type { Addresses } from "./table.ts";

/** ke-hoach, of the plans given. */
export function* planRows(
  site: Site,
  at: Addresses,
  plans: Iterable<Plan>,
): Iterable<z.output<typeof planRow>> {
  for (const plan of plans)
    yield {
      id: plan.slug,
      title: plan.title,
      agency: plan.agency,
      agency_name: nameOf(site.agencies, plan.agency),
      number: plan.number,
      issued: plan.issued,
      year_from: plan.years[0],
      year_to: plan.years[1],
      state: plan.state,
      indices: plan.indices,
      implements: plan.implements.map(({ name }) => name),
      legal_basis: plan.legalBasis,
      signed_by: plan.signedBy,
      position: plan.position,
      recipients: plan.recipients,
      task_count: plan.tasks.length,
      source: sourceOf(plan),
      url: at.plan(plan.slug),
    };
}

/** muc, of the plans given. */
export function* sectionRows(plans: Iterable<Plan>): Iterable<z.output<typeof sectionRow>> {
  for (const plan of plans)
    for (const [i, part] of plan.parts.entries()) {
      if (part.kind === "task") continue;
      const deadline = part.kind === "section" ? part.deadline : undefined;
      yield {
        plan: plan.slug,
        order: i + 1,
        level: part.level,
        code: part.kind === "section" ? part.id : undefined,
        title: part.title,
        ...deadlineCells(deadline),
        prose: part.prose.source,
      };
    }
}

/** muc-tieu, of the plans given. */
export function* targetRows(site: Site, plans: Iterable<Plan>): Iterable<z.output<typeof targetRow>> {
  for (const plan of plans)
    for (const [i, { target, verdict, actual }] of judgementsOfPlan(site, plan.slug).entries())
      yield {
        id: `${plan.slug}/${i + 1}`,
        plan: plan.slug,
        agency: plan.agency,
        index: target.index,
        component: target.component,
        year: target.year,
        measure: target.measure,
        bound: target.bound,
        threshold: typeof target.threshold === "number" ? target.threshold : undefined,
        band: typeof target.threshold === "string" ? target.threshold : undefined,
        base_year: target.baseYear,
        verdict,
        actual: typeof actual === "number" ? actual : undefined,
        actual_band: typeof actual === "string" ? actual : undefined,
        source: sourceOf(plan),
      };
}

/** ghi-chu, of the plans given. */
export function* noteRows(plans: Iterable<Plan>): Iterable<z.output<typeof noteRow>> {
  for (const plan of plans)
    for (const [i, { where, printed, note }] of plan.notes.entries())
      yield { plan: plan.slug, order: i + 1, where, printed, note };
}

/** The document that a plan's content comes from: number and day, or its title where it has no number. */
export function sourceOf({ number, title, issued }: Plan): string {
  const name = number ?? title;
  return issued === undefined ? name : `${name}, ${issued}`;
}
