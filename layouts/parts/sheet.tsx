import type { VNode } from "preact";
import { byQuarter, deadlineNow, type JudgedTask } from "../../scripts/model/progress.ts";
import type { Site } from "../../scripts/model/site.ts";
import { leadsOf } from "../../scripts/model/task.ts";
import { compareText } from "../../scripts/model/text-order.ts";
import { formatDate } from "../format.ts";
import { planName } from "../plan-name.ts";
import { progressStrings } from "../progress-strings.ts";
import { html } from "../render.ts";
import { statusSlug } from "../urls.ts";
import { AgencyReferences } from "./agency-name.tsx";
import { PAGE_SIZE } from "./pager.tsx";
import { Inline } from "./prose.tsx";
import { StatusBadge } from "./status.tsx";
import { ColumnHeads, FlowTable } from "./table.tsx";

const words = progressStrings.sheet;
const { columns } = progressStrings;
const UNDATED = statusSlug("undated");

interface SheetsProps {
  readonly site: Site;
  readonly tasks: readonly JudgedTask[];
  /** Who the sheet is of: stands at the head of each. */
  readonly issuer: string;
  /** What the sheet is of: the plan, or the agency's work. */
  readonly subject: string;
  /** Of a plan, a line names who leads; of an agency, which plan it stands in. */
  readonly by: "plan" | "agency";
  /** Where all the tasks are, for sheets that would be longer than anyone prints. */
  readonly fullList: string;
}

/**
 * What is due in each quarter and what has no date: a sheet of A4 each. The address of a quarter (`#2023-4`) makes the
 * print-out that quarter and the undated ones alone; the style sheet does it, no script is needed.
 */
export function Sheets({ tasks, ...props }: SheetsProps) {
  const byDay = tasks.toSorted((a, b) => compareText(a.due ?? "", b.due ?? ""));
  const quarters = [...byQuarter(byDay)].reverse();
  const undated = tasks.filter(({ due }) => due === undefined);
  return (
    <>
      <nav class="facets" aria-label={words.title}>
        <p>
          {quarters.map(([quarter]) => (
            <a href={`#${quarter}`}>{progressStrings.quarter(quarter)}</a>
          ))}
          {undated.length > 0 && <a href={`#${UNDATED}`}>{words.undated}</a>}
        </p>
      </nav>
      <div class="sheets">
        {quarters.map(([quarter, due]) => (
          <Sheet {...props} id={quarter} title={words.due(quarter)} tasks={due} />
        ))}
        {undated.length > 0 && <Sheet {...props} id={UNDATED} title={words.undated} tasks={undated} />}
      </div>
    </>
  );
}

function Sheet(props: SheetsProps & { id: string; title: string }) {
  const { site, id, title, tasks, issuer, subject, by, fullList } = props;
  return (
    <section class="sheet" id={id}>
      <header>
        <p class="sheet-issuer">{issuer}</p>
        <h2>{title}</h2>
        <p>
          {subject}. {progressStrings.tasks(tasks.length)}. {progressStrings.judgedAt(site.asOf)}
        </p>
      </header>
      <FlowTable label={title}>
        <ColumnHeads
          names={[
            columns.number,
            columns.task,
            by === "plan" ? columns.leads : columns.plan,
            columns.output,
            columns.deadline,
            columns.status,
          ]}
        />
        <tbody>{tasks.slice(0, PAGE_SIZE).map((item, i) => sheetRow(site, item, i + 1, by))}</tbody>
      </FlowTable>
      {tasks.length > PAGE_SIZE && (
        <p>
          {words.more(tasks.length - PAGE_SIZE)} <a href={fullList}>{words.fullList}</a>.
        </p>
      )}
    </section>
  );
}

function sheetRow(site: Site, item: JudgedTask, number: number, by: SheetsProps["by"]): VNode {
  const { plan, task, status } = item;
  return html`
    <tr>
      <td class="order">${number}</td>
      <th scope="row">${task.id}. ${Inline({ source: task.title })}</th>
      <td data-label="${by === "plan" ? columns.leads : columns.plan}">${by === "plan" ? AgencyReferences({ references: leadsOf(task) }) : planName(site, plan)}</td>
      <td data-label="${columns.output}">${task.output && Inline({ source: task.output })}</td>
      <td data-label="${columns.deadline}">${deadlineCell(site, item)}</td>
      <td data-label="${columns.status}">${StatusBadge({ status })}</td>
    </tr>`;
}

/** The deadline as the plan prints it and the day that it comes to, or what a report moved it to. */
function deadlineCell(site: Site, { plan, task, isFlagged }: JudgedTask): VNode {
  const planned = task.deadline;
  const now = isFlagged ? deadlineNow(site, plan, task) : planned;
  const isMoved = now?.printed !== planned?.printed;
  return html`
    ${planned?.printed ?? progressStrings.unstated}
    ${isMoved && now && html` <small>${words.moved(now.printed)}</small>`}
    ${now?.due && now.precision !== "day" && html` <small>${formatDate(now.due)}</small>`}`;
}
