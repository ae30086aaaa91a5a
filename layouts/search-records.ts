import type { Agency } from "../scripts/model/agency.ts";
import type { AgencyReference } from "../scripts/model/agency-reference.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { deadlineNow, judgeKey } from "../scripts/model/progress.ts";
import type {
  FieldKey,
  PlanDetails,
  PlanFacts,
  RecordKind,
  SearchRecord,
  TaskFacts,
} from "../scripts/model/search-table.ts";
import type { Site } from "../scripts/model/site.ts";
import { STATUS_KEYS } from "../scripts/model/status.ts";
import { leadsOf, type Task } from "../scripts/model/task.ts";
import { formatDate } from "./format.ts";
import { indexName } from "./parts/plan-list.tsx";
import { planName } from "./plan-name.ts";

import { related } from "./related.ts";
import { searchPageStrings } from "./search-strings.ts";
import { strings } from "./strings.ts";
import { updateAddress } from "./updates.ts";
import { urls } from "./urls.ts";

/** A record before Pagefind has named it: the texts of its parts, the record itself first. */
export interface SearchDraft extends Omit<SearchRecord, "hash"> {
  readonly parts: readonly string[];
}

/**
 * Everything that can be found. Of two equal hits the earlier comes first: newer plans, agencies that lead
 * more tasks or still exist.
 */
export function* searchRecords(site: Site): Iterable<SearchDraft> {
  const name = (id: string | undefined) => (id === undefined ? "" : (site.agencies.byId.get(id)?.name ?? id));
  for (const plan of site.plans) {
    const head = [
      plan.title,
      plan.number ?? "",
      name(plan.agency),
      ...plan.years,
      ...plan.indices.map(id => indexName(site, id)),
    ];
    yield {
      kind: "plan",
      url: urls.plan(plan.slug),
      title: "",
      years: plan.years,
      indices: plan.indices,
      agency: plan.agency,
      parts: [[...head, plan.signedBy ?? "", proseOf(plan)].join(" \n"), ...plan.tasks.map(taskText)],
    };
  }
  const single = (
    kind: RecordKind,
    url: string,
    title: string,
    text: string,
    year?: number,
    indices: string[] = [],
    agency?: string,
  ): SearchDraft => ({
    kind,
    url,
    title,
    years: year === undefined ? undefined : [year, year],
    indices,
    agency,
    parts: [`${title} \n${text}`],
    text: shorten(text.replace(/\s*\n\s*/g, " · ").replace(/ · $/, "")),
  });
  const { leads } = related(site);
  const led = ({ id }: Agency) => leads.get(id)?.length ?? 0;
  const gone = ({ validTo }: Agency) => (validTo === undefined ? 0 : 1);
  for (const agency of site.agencies.all.toSorted((a, b) => led(b) - led(a) || gone(a) - gone(b)))
    yield single(
      "agency",
      urls.agency(agency.id),
      agency.name,
      agency.aliases.join(" \n"),
      undefined,
      [],
      agency.id,
    );
  for (const document of site.documents.values())
    yield single(
      "document",
      urls.document(document.id),
      [document.kind, document.number].filter(Boolean).join(" "),
      [document.title ?? "", name(document.issuer)].join(" \n"),
      document.date ? Number(document.date.slice(0, 4)) : undefined,
      [],
      document.issuer,
    );
  for (const index of site.indices.values()) {
    const short = indexName(site, index.id);
    yield single(
      "result",
      urls.index(index.id),
      short,
      `${index.name} \n${index.measures ?? ""}`,
      undefined,
      [index.id],
    );
    const years = new Set(site.results.flatMap(result => (result.index === index.id ? [result.year] : [])));
    for (const year of years)
      yield single(
        "result",
        urls.indexYear(index.id, year),
        `${short} ${year}`,
        searchPageStrings.results(index.name),
        year,
        [index.id],
      );
  }
  for (const update of site.updates) {
    const plan = site.planBySlug.get(update.plan);
    yield single(
      "update",
      updateAddress(site, update),
      `${strings.search.report} ${formatDate(update.asOf)}: ${plan?.title ?? update.plan}`,
      [
        name(update.reporter),
        update.document ?? "",
        plain(update.prose.source),
        ...update.tasks.map(({ task, state, value, evidence, prose }) =>
          [task, state, value, plain(evidence ?? ""), plain(prose.source)].filter(Boolean).join(" "),
        ),
      ]
        .filter(Boolean)
        .join(" \n"),
      Number(update.asOf.slice(0, 4)),
      [...(plan?.indices ?? [])],
      update.reporter,
    );
  }
  for (const page of site.dashboards)
    yield single(
      "dashboard",
      urls.dashboard(page.slug),
      page.title,
      `${page.description ?? ""} \n${plain(page.prose.source)}`,
    );
  for (const page of site.pages)
    yield single("page", urls.page(page.slug), page.title, plain(page.prose.source));
}

/** What is shown of one plan and its tasks when they are found. */
export function planDetails(site: Site, plan: Plan): PlanDetails {
  const fields: [FieldKey, string][] = [
    ["agency", site.agencies.byId.get(plan.agency)?.name ?? plan.agency],
    ["signer", plan.signedBy ?? ""],
    ["prose", shorten(proseOf(plan).replace(/\s+/g, " ").trim(), 6000)],
  ];
  return {
    title: plan.title,
    number: plan.number,
    fields: fields.filter(([, text]) => text !== ""),
    tasks: plan.tasks.map(task => [task.id, task.title, taskFields(task), judgeKey(site, plan, task)]),
  };
}

/** What tasks are filtered by, for all plans in one file. */
export function taskFacts(site: Site, records: readonly SearchRecord[]): TaskFacts {
  const places = new Map<string, number>();
  const place = (agency: string) => {
    const known = places.get(agency) ?? places.size;
    places.set(agency, known);
    return known;
  };
  const hashes = new Map(records.map(({ url, hash }) => [url, hash]));
  const plans = Object.fromEntries(
    site.plans.map((plan): [string, PlanFacts] => [
      hashes.get(urls.plan(plan.slug)) ?? "",
      {
        name: planName(site, plan),
        statuses: plan.tasks.map(task => STATUS_KEYS.indexOf(judgeKey(site, plan, task))),
        leads: plan.tasks.map(task => [
          ...new Set(leadsOf(task).flatMap(({ agency }) => (agency === undefined ? [] : [place(agency)]))),
        ]),
        due: plan.tasks.map(task => {
          const due = deadlineNow(site, plan, task)?.due;
          return due === undefined ? null : Date.parse(due) / 86_400_000;
        }),
      },
    ]),
  );
  const leads = [...places.keys()].map((id): [string, string] => [
    id,
    site.agencies.byId.get(id)?.shortName ?? id,
  ]);
  return { statuses: STATUS_KEYS, leads, plans };
}

/** All that a task says, its title first. */
function taskText(task: Task): string {
  return [task.title, ...taskFields(task).map(([, text]) => text), task.id].join(" \n");
}

function taskFields(task: Task): [FieldKey, string][] {
  const fields: [FieldKey, string][] = [
    ["output", task.output ?? ""],
    ["leads", namesOf(task.assignments.map(({ leads }) => leads))],
    ["coordinators", namesOf(task.assignments.map(({ coordinators }) => coordinators))],
    ["target", task.target ?? ""],
    ["deadline", task.deadline?.printed ?? ""],
    ["criteria", task.criteria.map(criterion => `TCTP ${criterion.replace("/", " ")}`).join("; ")],
    ["prose", plain(task.prose.source)],
  ];
  return fields.filter(([, text]) => text !== "");
}

/** Agencies as they are printed, with what they do. */
function namesOf(references: readonly (readonly AgencyReference[])[]): string {
  let names = "";
  for (const together of references)
    for (const { printed, role } of together)
      names += `${names && "; "}${printed}${role ? ` (${role})` : ""}`;
  return names;
}

/** About two lines of a text. */
function shorten(text: string, length = 160): string {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(" ", length))}…`;
}

function proseOf(plan: Plan): string {
  return plan.parts
    .map(part => (part.kind === "task" ? "" : `${part.title} \n${plain(part.prose.source)}`))
    .concat(plan.notes.map(({ printed, note }) => `${printed ?? ""} \n${note}`))
    .join(" \n");
}

/** Markdown without its signs and the addresses of its links. */
function plain(source: string): string {
  return source === "" ? "" : source.replace(/\]\([^)]*\)/g, "]").replace(/[*_`#>|[\]]/g, " ");
}
