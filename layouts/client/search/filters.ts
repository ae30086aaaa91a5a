import type { PlanFacts, TaskFacts } from "../../../scripts/model/search-table.ts";
import { strings } from "../../strings.ts";
import type { Hit } from "./engine.ts";
import { loadPacked } from "./packed.ts";

/** A choice that narrows the hits: its name in the address, its label, and what a hit is filed under. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: (hit: Hit) => readonly string[];
  /** Caption of a value. */
  readonly caption: (value: string) => string;
}

const words = strings.search;

/** Filters that need no more than the table of records. */
export function recordFilters(agencies: Readonly<Record<string, string>>): Filter[] {
  const kinds: Record<string, string> = words.kinds;
  return [
    {
      name: "loai",
      label: words.filters.kind,
      value: hit => [hit.kind],
      caption: kind => kinds[kind] ?? kind,
    },
    {
      name: "chi-so",
      label: words.filters.index,
      value: hit => hit.record.indices,
      caption: id => id.toUpperCase().replaceAll("-", " "),
    },
    { name: "nam", label: words.filters.year, value: yearsOf, caption: year => year },
    {
      name: "co-quan",
      label: words.filters.agency,
      value: ({ record }) => (record.agency === undefined ? [] : [record.agency]),
      caption: id => agencies[id] ?? id,
    },
  ];
}

function yearsOf({ record: { years } }: Hit): string[] {
  if (!years) return [];
  const [from, to] = years;
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

/** Names in the address of what needs the facts of tasks. */
export const TASK_FILTERS = ["tinh-trang", "chu-tri", "ke-hoach"] as const;

/** Filters of tasks, and the day by which they are sorted. */
export interface TaskFilters {
  readonly filters: readonly Filter[];
  /** Day that a hit is due; infinite for what has no day. */
  readonly due: (hit: Hit) => number;
}

/** Loads the facts of all tasks; a file that grows with the site, so only once a reader asks for it. */
export async function loadTaskFilters(base: string): Promise<TaskFilters> {
  const facts = await loadPacked<TaskFacts>(`${base}pagefind/tasks.pack`);
  const ofTask = <Value>(hit: Hit, value: (plan: PlanFacts, task: number) => Value): Value | undefined => {
    const plan = hit.part > 0 ? facts.plans[hit.record.hash] : undefined;
    return plan && value(plan, hit.part - 1);
  };
  const leads = new Map(facts.leads);
  const slugOf = ({ record }: Hit) => record.url.split("/").at(-2) ?? "";
  const plans = new Map<string, string>();
  const status: Filter = {
    name: TASK_FILTERS[0],
    label: words.filters.status,
    value: hit => ofTask(hit, ({ statuses }, i) => [facts.statuses[statuses[i] ?? -1] ?? ""]) ?? [],
    caption: key => (strings.status as Record<string, string>)[key] ?? key,
  };
  const lead: Filter = {
    name: TASK_FILTERS[1],
    label: words.filters.lead,
    value: hit =>
      ofTask(hit, plan => (plan.leads[hit.part - 1] ?? []).map(i => facts.leads[i]?.[0] ?? "")) ?? [],
    caption: id => leads.get(id) ?? id,
  };
  const plan: Filter = {
    name: TASK_FILTERS[2],
    label: words.filters.plan,
    value: hit => {
      const known = facts.plans[hit.record.hash];
      if (!known) return [];
      plans.set(slugOf(hit), known.name);
      return [slugOf(hit)];
    },
    caption: slug => plans.get(slug) ?? slug,
  };
  return { filters: [status, lead, plan], due: hit => ofTask(hit, ({ due }, i) => due[i]) ?? Infinity };
}
