import { nameOf } from "../scripts/model/agency.ts";
import { getOrMake } from "../scripts/model/maps.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { deadlineNow, judgeKey } from "../scripts/model/progress.ts";
import type {
  FieldKey,
  PlanDetails,
  PlanFacts,
  SearchRecord,
  TaskFacts,
} from "../scripts/model/search-table.ts";
import type { Site } from "../scripts/model/site.ts";
import { STATUS_KEYS } from "../scripts/model/status.ts";
import { distinctNames } from "./agency-names.ts";
import { planName } from "./plan-name.ts";
import { leadIds } from "./related.ts";
import { inOneLine, proseOf, shorten, taskFields } from "./search-texts.ts";
import { urls } from "./urls.ts";

/** What is shown of one plan and its tasks when they are found. */
export function planDetails(site: Site, plan: Plan): PlanDetails {
  const fields: [FieldKey, string][] = [
    ["agency", nameOf(site.agencies, plan.agency)],
    ["signer", plan.signedBy ?? ""],
    ["prose", shorten(inOneLine(proseOf(plan)), 6000)],
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
  const place = (agency: string) => getOrMake(places, agency, () => places.size);
  const hashes = new Map(records.map(({ url, hash }) => [url, hash]));
  const plans = Object.fromEntries(
    site.plans.map((plan): [string, PlanFacts] => [
      hashes.get(urls.plan(plan.slug)) ?? "",
      {
        name: planName(site, plan),
        statuses: plan.tasks.map(task => STATUS_KEYS.indexOf(judgeKey(site, plan, task))),
        leads: plan.tasks.map(task => leadIds(task).map(place)),
        due: plan.tasks.map(task => {
          const due = deadlineNow(site, plan, task)?.due;
          return due === undefined ? null : Date.parse(due) / 86_400_000;
        }),
      },
    ]),
  );
  return { statuses: STATUS_KEYS, leads: [...distinctNames(site, places.keys())], plans };
}
