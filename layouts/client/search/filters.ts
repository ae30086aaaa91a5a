import type { PlanFacts, TaskFacts } from "../../../scripts/model/search-table.ts";
import { strings } from "../../strings.ts";
import type { Hit } from "./find.ts";
import type { AnsweringSite } from "./loaded-sites.ts";
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
/** Names of what other sites may have by keys that this one does not know. */
const KINDS: Readonly<Record<string, string>> = words.kinds;
const STATUSES: Readonly<Record<string, string>> = strings.status;

/** What this site is called in the address, where others are by their ids. */
const HERE = "_";

/** Filters that need no more than the tables of records. */
export function recordFilters(sites: readonly AnsweringSite[]): Filter[] {
  const siteFilter: Filter = {
    name: "trang",
    label: words.filters.site,
    value: ({ site }) => [sites[site]?.id || HERE],
    caption: id => sites.find(site => site.id === id)?.name ?? words.thisSite,
  };
  return [
    ...(sites.length > 1 ? [siteFilter] : []),
    {
      name: "loai",
      label: words.filters.kind,
      value: hit => [hit.kind],
      caption: kind => KINDS[kind] ?? kind,
    },
    {
      name: "chi-so",
      label: words.filters.index,
      value: hit => hit.record.indices,
      caption: id =>
        sites.find(({ indices }) => id in indices)?.indices[id] ?? id.toUpperCase().replaceAll("-", " "),
    },
    { name: "nam", label: words.filters.year, value: yearsOf, caption: year => year },
    {
      name: "co-quan",
      label: words.filters.agency,
      value: ({ site, record }) => (record.agency === undefined ? [] : [keyOf(sites[site], record.agency)]),
      caption: captionOf(sites, ({ agencies }) => agencies),
    },
  ];
}

/** An id of a site: ids of two sites may be alike and name two things. */
function keyOf(site: AnsweringSite | undefined, id: string): string {
  return site?.id ? `${site.id}/${id}` : id;
}

/** The name of what `keyOf` names, and the site where it is another one. */
function captionOf(
  sites: readonly AnsweringSite[],
  namesOf: (site: AnsweringSite, place: number) => Readonly<Record<string, string>>,
): (key: string) => string {
  return key => {
    const [id = "", siteId = ""] = key.split("/").reverse();
    const place = sites.findIndex(site => site.id === siteId);
    const site = sites[place];
    const name = (site && namesOf(site, place)[id]) ?? id;
    return site?.name ? `${name} – ${site.name}` : name;
  };
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

/** Loads the facts of all tasks; files that grow with the sites, so only once a reader asks for them. */
export async function loadTaskFilters(sites: readonly AnsweringSite[]): Promise<TaskFilters> {
  const facts = await Promise.all(sites.map(({ folder }) => loadPacked<TaskFacts>(`${folder}tasks.pack`)));
  const planOf = ({ site, record }: Hit) => facts[site]?.plans[record.hash];
  const ofTask = <Value>(hit: Hit, value: (plan: PlanFacts, task: number) => Value): Value | undefined => {
    const plan = hit.part > 0 ? planOf(hit) : undefined;
    return plan && value(plan, hit.part - 1);
  };
  const leads = facts.map(site => Object.fromEntries(site.leads));
  const slugOf = ({ record }: Hit) => record.url.split("/").at(-2) ?? "";
  const plans = sites.map((): Record<string, string> => ({}));
  const status: Filter = {
    name: TASK_FILTERS[0],
    label: words.filters.status,
    value: hit =>
      ofTask(hit, ({ statuses }, i) => [facts[hit.site]?.statuses[statuses[i] ?? -1] ?? ""]) ?? [],
    caption: key => STATUSES[key] ?? key,
  };
  const lead: Filter = {
    name: TASK_FILTERS[1],
    label: words.filters.lead,
    value: hit =>
      ofTask(hit, plan =>
        (plan.leads[hit.part - 1] ?? []).map(i =>
          keyOf(sites[hit.site], facts[hit.site]?.leads[i]?.[0] ?? ""),
        ),
      ) ?? [],
    caption: captionOf(sites, (_, place) => leads[place] ?? {}),
  };
  const plan: Filter = {
    name: TASK_FILTERS[2],
    label: words.filters.plan,
    value: hit => {
      const known = planOf(hit);
      const names = plans[hit.site];
      if (!known || !names) return [];
      names[slugOf(hit)] = known.name;
      return [keyOf(sites[hit.site], slugOf(hit))];
    },
    caption: captionOf(sites, (_, place) => plans[place] ?? {}),
  };
  return { filters: [status, lead, plan], due: hit => ofTask(hit, ({ due }, i) => due[i]) ?? Infinity };
}
