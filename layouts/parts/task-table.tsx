import type { VNode } from "preact";
import { flagsOf, type JudgedTask, updatesOf } from "../../scripts/model/progress.ts";
import type { Site } from "../../scripts/model/site.ts";
import { leadsOf } from "../../scripts/model/task.ts";
import { planName } from "../plan-name.ts";
import { progressStrings } from "../progress-strings.ts";
import { html } from "../render.ts";
import { urls } from "../urls.ts";
import { AgencyReferences } from "./agency-name.tsx";
import { FlagList, StatusBadge } from "./status.tsx";
import { ColumnHeads, FlowTable } from "./table.tsx";
import { DeadlineText } from "./task.tsx";

interface TaskTableProps {
  readonly site: Site;
  readonly tasks: readonly JudgedTask[];
  /** Whether each row names its leads; not where they are all the same. */
  readonly withLeads?: boolean;
  /** Whether each row tells its status; not where it is the same for all. */
  readonly withStatus?: boolean;
  readonly caption: string;
}

const { columns } = progressStrings;

/** Tasks of several plans as a table: task, plan, leads, deadline, status. */
export function TaskTable(props: TaskTableProps) {
  const { site, tasks, caption, withLeads = true, withStatus = true } = props;
  return (
    <FlowTable label={caption}>
      <ColumnHeads
        names={[
          columns.task,
          ...(withLeads ? [columns.leads] : []),
          columns.deadline,
          ...(withStatus ? [columns.status] : []),
        ]}
      />
      <tbody>{tasks.map(item => taskRow(site, item, withLeads, withStatus))}</tbody>
    </FlowTable>
  );
}

function taskRow(
  site: Site,
  { plan, task, status, isFlagged }: JudgedTask,
  withLeads: boolean,
  withStatus: boolean,
): VNode {
  const flags = isFlagged && FlagList({ flags: flagsOf(task, updatesOf(site, plan, task)) });
  return html`
    <tr>
      <th scope="row">
        <a href="${urls.task(plan.slug, task.id)}">${task.id}. ${task.title}</a>
        <small>${planName(site, plan)}</small>
      </th>
      ${withLeads && html`<td data-label="${columns.leads}">${AgencyReferences({ references: leadsOf(task) })}</td>`}
      <td data-label="${columns.deadline}">${DeadlineText({ task })}${!withStatus && flags}</td>
      ${withStatus && html`<td data-label="${columns.status}">${StatusBadge({ status })}${flags}</td>`}
    </tr>`;
}
