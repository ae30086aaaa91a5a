import type { Plan } from "../../scripts/model/plan.ts";
import type { Site } from "../../scripts/model/site.ts";
import { distinctNames } from "../agency-names.ts";
import { indexName } from "../index-name.ts";
import { settingsStrings } from "../settings-strings.ts";
import { strings } from "../strings.ts";
import { allYears } from "./plan-list.tsx";

/**
 * Selects above the list of plans, in place of the links to narrower lists where scripts run (layouts/client/main.ts).
 * They stand in the page from the start, so that nothing moves when the script comes.
 */
export function PlanFilter({ site, plans }: { site: Site; plans: readonly Plan[] }) {
  const { planFilter: words } = strings;
  const years = allYears(plans);
  const agencies = [
    ...distinctNames(
      site,
      plans.map(({ agency }) => agency),
    ),
  ].sort(byName);
  const indices = [...new Set(plans.flatMap(({ indices }) => indices))]
    .map(id => [id, indexName(site, id)] as const)
    .sort(byName);
  return (
    <form class="filter" data-filter>
      <Choice
        name="nam"
        kind="year"
        label={words.year}
        values={years.map(year => [String(year), String(year)])}
      />
      <Choice name="co_quan" kind="agency" label={words.agency} values={agencies} />
      <Choice name="chi_so" kind="index" label={words.index} values={indices} />
      <output>{settingsStrings.plans(plans.length)}</output>
    </form>
  );
}

type Value = readonly [id: string, name: string];

function Choice(props: { name: string; kind: string; label: string; values: readonly Value[] }) {
  return (
    <label>
      {props.label}
      <select name={props.name} data-key={props.kind}>
        <option value="">{strings.planFilter.all}</option>
        {props.values.map(([id, name]) => (
          <option value={id}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function byName([, a]: Value, [, b]: Value): number {
  return a.localeCompare(b, "vi");
}
