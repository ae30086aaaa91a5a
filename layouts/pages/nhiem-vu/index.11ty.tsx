import type { ComponentChildren } from "preact";
import { totalOf } from "../../../scripts/model/maps.ts";
import { byQuarter, countStatuses, hasNoLead, type JudgedTask } from "../../../scripts/model/progress.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { LATE_KEYS, STATUS_KEYS, type StatusKey } from "../../../scripts/model/status.ts";
import { compareText } from "../../../scripts/model/text-order.ts";
import { formatCount } from "../../format.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { PAGE_SIZE } from "../../parts/pager.tsx";
import { PlanLink } from "../../parts/plan-link.tsx";
import { StatusBar } from "../../parts/status.tsx";
import { ColumnHeads, ScrollTable } from "../../parts/table.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.tasks };

const words = progressStrings.board;
const { columns } = progressStrings;

export default function TasksPage(props: PageData) {
  const { site } = props;
  const { judged } = related(site);
  return (
    <Layout
      {...props}
      title={strings.nav.tasks}
      description={words.description(judged.length, site.asOf)}
      path={urls.tasks}
      entries={judged.length > 0 ? ["board"] : []}
    >
      <h1>{progressStrings.tasks(judged.length)}</h1>
      <p class="lead">
        {progressStrings.judgedAt(site.asOf)} {words.lead}
      </p>
      {judged.length > 0 ? <Board site={site} judged={judged} /> : <p>{words.none}</p>}
    </Layout>
  );
}

/** The filter, and below it all tasks counted by status, lead, quarter and plan. */
function Board({ site, judged }: { site: Site; judged: readonly JudgedTask[] }) {
  const { leading, planCounts } = related(site);
  const counts = countStatuses(judged);
  const quarters = [...byQuarter(judged)];
  const flagged = judged.filter(({ isFlagged }) => isFlagged).length;
  const undated = judged.filter(({ due }) => due === undefined).length;
  const leaderless = judged.filter(hasNoLead).length;
  const leads = [...leading].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const plans = site.plans
    .map(plan => ({ plan, own: planCounts.get(plan.slug) ?? NONE }))
    .sort((a, b) => late(b.own) - late(a.own));
  const present = STATUS_KEYS.filter(key => counts.get(key));
  return (
    <>
      <details data-board>
        <summary>{progressStrings.filter.summary}</summary>
        <a href={urls.taskIndex} hidden>
          JSON
        </a>
      </details>
      <div data-board-lists>
        <h2>{words.byStatus}</h2>
        <StatusBar counts={counts} href={urls.tasksOfStatus} />
        {flagged > 0 && (
          <p>
            <a href={urls.tasksFlagged}>{words.flagged}</a> <b>{formatCount(flagged)}</b>
          </p>
        )}
        <h2>{words.byLead}</h2>
        <CountTable label={words.byLead} head={columns.agency} statuses={present}>
          {leads.slice(0, PAGE_SIZE).map(([id, own]) => (
            <CountRow statuses={present} counts={countStatuses(own)}>
              <LeadName site={site} id={id} />
            </CountRow>
          ))}
        </CountTable>
        {leads.length > PAGE_SIZE && (
          <p>
            {words.moreLeads(PAGE_SIZE)} <a href={urls.agencies}>{words.leadsList}</a>.
          </p>
        )}
        {leaderless > 0 && (
          <p>
            <a href={urls.tasksWithoutLead}>{words.noLead}</a> <b>{formatCount(leaderless)}</b>
          </p>
        )}
        <h2>{words.byQuarter}</h2>
        <ul class="columns">
          {quarters.map(([quarter, due]) => (
            <li>
              <a href={urls.tasksOfQuarter(quarter)}>{words.dueIn(quarter)}</a> {formatCount(due.length)}
            </li>
          ))}
          <li>
            {words.undated} {formatCount(undated)}
          </li>
        </ul>
        <h2>{words.byPlan}</h2>
        <CountTable label={words.byPlan} head={columns.plan} statuses={present}>
          {plans.slice(0, PAGE_SIZE).map(({ plan, own }) => (
            <CountRow statuses={present} counts={own}>
              <PlanLink site={site} slug={plan.slug} />
            </CountRow>
          ))}
        </CountTable>
        {plans.length > PAGE_SIZE && (
          <p>
            {words.morePlans(PAGE_SIZE)} <a href={urls.plans}>{words.plansList}</a>.
          </p>
        )}
      </div>
    </>
  );
}

const NONE: ReadonlyMap<StatusKey, number> = new Map();

function late(counts: ReadonlyMap<StatusKey, number>): number {
  return LATE_KEYS.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
}

function LeadName({ site, id }: { site: Site; id: string }) {
  const agency = site.agencies.byId.get(id);
  return (
    <>
      <a href={urls.tasksOfAgency(id)}>{agency?.shortName ?? id}</a>
      {agency?.parent && (
        <small>
          {" "}
          <AgencyLink site={site} id={agency.parent} />
        </small>
      )}
    </>
  );
}

/** A table of how many tasks stand where, one line an agency or plan. */
function CountTable(props: {
  label: string;
  head: string;
  statuses: readonly StatusKey[];
  children: ComponentChildren;
}) {
  return (
    <ScrollTable label={props.label} kind="counts">
      <ColumnHeads
        names={[props.head]}
        numbers={[...props.statuses.map(key => strings.status[key]), columns.all]}
      />
      <tbody>{props.children}</tbody>
    </ScrollTable>
  );
}

function CountRow(props: {
  statuses: readonly StatusKey[];
  counts: ReadonlyMap<StatusKey, number>;
  children: ComponentChildren;
}) {
  const { statuses, counts } = props;
  return (
    <tr>
      <th scope="row">{props.children}</th>
      {statuses.map(key => (
        <td class="number">{counts.get(key) ? formatCount(counts.get(key) ?? 0) : ""}</td>
      ))}
      <td class="number">{formatCount(totalOf(counts))}</td>
    </tr>
  );
}
