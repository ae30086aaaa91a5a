import { type DocumentDirectory, findDocument, type LegalDocument, numberKey } from "./document.ts";
import { groupBy, push } from "./maps.ts";
import { type Plan, tasksById } from "./plan.ts";
import type { Report } from "./problem.ts";
import { type PlanTask, type Site, taskKey, type UpperPlan } from "./site.ts";
import { suggest } from "./vietnamese.ts";

/** Which document is a plan of the site; resolves `implements` and `Thực hiện`, and turns them round. */
export function relatePlans(
  { planBySlug, documents }: Pick<Site, "planBySlug"> & { readonly documents: DocumentDirectory },
  broken: ReadonlySet<string>,
  report: Report,
) {
  // Numbers begin anew every year at every issuer: several plans may have one.
  const numbered = [...planBySlug.values()].filter(({ number }) => number !== undefined);
  const byNumber = groupBy(numbered, ({ number = "" }) => numberKey(number));
  const planOfDocument = new Map<string, Plan>();
  for (const document of documents.byId.values()) {
    const plan = byNumber.get(numberKey(document.number))?.find(plan => isSame(plan, document));
    if (plan) planOfDocument.set(document.id, plan);
  }
  const upperPlans = new Map<string, UpperPlan[]>();
  const lowerPlans = new Map<string, Plan[]>();
  const lowerTasks = new Map<string, PlanTask[]>();

  for (const plan of planBySlug.values()) {
    for (const reference of plan.implements) {
      const { name } = reference;
      if (broken.has(name) || broken.has(numberKey(name))) continue;
      const own = planBySlug.get(name);
      const document = own ? documentOf(own) : findDocument(documents, name);
      const upper = own ?? (document ? planOfDocument.get(document.id) : findByNumber(name));
      const known = upperPlans.get(plan.slug) ?? [];
      if (!upper && !document)
        report(
          reference.place,
          `không có kế hoạch hay văn bản “${name}”`,
          suggest(name, [...planBySlug.keys(), ...documents.byId.keys()], "thêm văn bản vào documents.csv"),
          "document",
        );
      else if (upper === plan)
        report(reference.place, `“${name}” là chính kế hoạch này`, "bỏ khỏi implements");
      else if (!known.some(other => other.plan === upper && other.document === document)) {
        push(upperPlans, plan.slug, { plan: upper, document });
        if (upper) push(lowerPlans, upper.slug, plan);
        if (document) push(lowerPlans, document.id, plan);
      }
    }
    for (const task of plan.tasks)
      for (const { plan: upperSlug, task: upperTask, place } of task.carriesOut) {
        if (broken.has(upperSlug)) continue;
        const upper = planBySlug.get(upperSlug);
        if (!upper) {
          report(
            place,
            `không có kế hoạch “${upperSlug}”`,
            suggest(upperSlug, planBySlug.keys(), "sửa tên kế hoạch trước dấu #"),
          );
          continue;
        }
        const tasks = tasksById(upper);
        if (upper === plan && upperTask === task.id)
          report(place, `“${upperSlug}#${upperTask}” là chính nhiệm vụ này`, "bỏ khỏi Thực hiện");
        else if (tasks.has(upperTask)) push(lowerTasks, taskKey(upperSlug, upperTask), { plan, task });
        else
          report(
            place,
            `kế hoạch “${upperSlug}” không có nhiệm vụ “${upperTask}”`,
            suggest(upperTask, tasks.keys(), "sửa mã nhiệm vụ sau dấu #"),
            `task of ${upperSlug}`,
          );
      }
  }
  return { planOfDocument, upperPlans, lowerPlans, lowerTasks };

  function documentOf(plan: Plan): LegalDocument | undefined {
    return plan.number === undefined
      ? undefined
      : documents.byNumber.get(numberKey(plan.number))?.find(document => isSame(plan, document));
  }
  function findByNumber(name: string): Plan | undefined {
    const [only, ...others] = byNumber.get(numberKey(name)) ?? [];
    return others.length === 0 ? only : undefined;
  }
}

/** Whether a plan and a document of its number are one: of one issuer and, where both tell their day, of one year. */
function isSame({ agency, issued }: Plan, { issuer, date }: LegalDocument): boolean {
  return agency === issuer && (!issued || !date || issued.slice(0, 4) === date.slice(0, 4));
}
