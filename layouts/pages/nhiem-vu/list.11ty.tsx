import { byLead, byQuarter, byStatus, type JudgedTask } from "../../../scripts/model/progress.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { STATUS_KEYS } from "../../../scripts/model/status.ts";
import { formatCount, formatDate } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, PAGE_SIZE, Pager, paged } from "../../parts/pager.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

/** A list of tasks with its own address: of one status, one lead, one quarter. */
interface Selection extends ListPage<JudgedTask> {
  readonly title: string;
  readonly path: string;
  readonly total: number;
  /** Group the list by status, for a lead. */
  readonly byStatus: boolean;
}

export const data = {
  pagination: {
    data: "site",
    size: 1,
    alias: "selection",
    before: (_: unknown, { site }: PageData) => selections(site),
  },
  permalink: ({ selection }: { selection: Selection }) => listPage(selection.path, selection.number),
};

function selections(site: Site): Selection[] {
  const tasks = related(site).judged;
  const ofStatus = [...byStatus(tasks)].map(([key, own]) => ({
    title: strings.status[key],
    path: urls.tasksOfStatus(key),
    tasks: own,
    byStatus: false,
  }));
  const ofLead = [...byLead(tasks)].map(([id, own]) => ({
    title: site.agencies.byId.get(id)?.name ?? id,
    path: urls.tasksOfAgency(id),
    tasks: [...byStatus(own).values()].flat(),
    byStatus: true,
  }));
  const ofQuarter = [...byQuarter(tasks)].map(([quarter, own]) => ({
    title: `Đến hạn trong quý ${["I", "II", "III", "IV"][Number(quarter.slice(5)) - 1]}/${quarter.slice(0, 4)}`,
    path: urls.tasksOfQuarter(quarter),
    tasks: own,
    byStatus: false,
  }));
  // Only the lists of the leads are complete, so that every task stands in one of them and not in four.
  const first = [...ofStatus, ...ofQuarter].map(({ tasks: own, ...list }) => ({
    ...list,
    items: own.slice(0, PAGE_SIZE),
    number: 1,
    count: 1,
    total: own.length,
  }));
  return [
    ...first,
    ...ofLead.flatMap(({ tasks: own, ...list }) =>
      paged(own).map(page => ({ ...page, ...list, total: own.length })),
    ),
  ];
}

export default function TaskListPage({ selection, ...props }: PageData & { selection: Selection }) {
  const { title, path, items, total, byStatus: isOfLead } = selection;
  const groups = isOfLead
    ? STATUS_KEYS.map(key => [strings.status[key], items.filter(({ status }) => status === key)] as const)
    : ([[title, items]] as const);
  return (
    <Layout
      {...props}
      title={`${isOfLead ? "Nhiệm vụ chủ trì – " : ""}${title}${selection.number > 1 ? `, trang ${selection.number}` : ""}`}
      description={`${formatCount(total)} nhiệm vụ: ${title}, xét tại ngày ${formatDate(props.site.asOf)}.`}
      path={listPage(path, selection.number)}
      breadcrumbs={[{ title: strings.nav.tasks, href: urls.tasks }]}
      kind="wide"
    >
      <h1>
        {title}: {isOfLead && "chủ trì "}
        {formatCount(total)} nhiệm vụ
      </h1>
      {groups.map(
        ([name, tasks]) =>
          tasks.length > 0 && (
            <section>
              {isOfLead && (
                <h2>
                  {name} ({formatCount(tasks.length)})
                </h2>
              )}
              <TaskTable site={props.site} tasks={tasks} withLeads={!isOfLead} caption={name} />
            </section>
          ),
      )}
      {!isOfLead && total > items.length && (
        <p>
          {formatCount(items.length)} nhiệm vụ đầu; danh sách đầy đủ ở trang của{" "}
          <a href={urls.tasks}>từng cơ quan chủ trì</a>.
        </p>
      )}
      {total === 0 && <p>Không có nhiệm vụ nào.</p>}
      <Pager base={path} page={selection} />
    </Layout>
  );
}
