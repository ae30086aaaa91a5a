import { nameOf } from "../../../scripts/model/agency.ts";
import { byQuarter, byStatus, hasNoLead, type JudgedTask } from "../../../scripts/model/progress.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { STATUS_KEYS, type StatusKey } from "../../../scripts/model/status.ts";
import { pageEach } from "../../paginate.ts";
import { joined } from "../../parts/joined.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type Lead, LeadSummary, leadOf } from "../../parts/lead-summary.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, statusSlug, urls } from "../../urls.ts";

const words = progressStrings.board;

/** A list of tasks with its own address: of one status, one lead, one quarter. */
interface Selection extends ListPage<JudgedTask> {
  readonly title: string;
  readonly path: string;
  readonly total: number;
  /** How many of them are in the list. */
  readonly listed: number;
  /** The status that all of them have. */
  readonly status?: StatusKey;
  /** The agency that leads all of them; such a list is in groups of one status. */
  readonly lead?: Lead;
}

export const data = {
  pagination: pageEach("selection", selections),
  permalink: ({ selection }: { selection: Selection }) => listPage(selection.path, selection.number),
};

/**
 * A list of all tasks of a status or a quarter ends after so many: nobody turns 25 pages, and of a quarter of a million
 * tasks these lists would be 3,500 pages.
 */
const LONGEST = 5_000;

/** Every task is in its plan and in the list of its lead, or in that of tasks without one: all is found without JavaScript. */
function selections(site: Site): Selection[] {
  const { judged, leading } = related(site);
  const lists: List[] = [
    ...[...byStatus(judged)].map(([key, tasks]) => ({
      title: strings.status[key],
      path: urls.tasksOfStatus(key),
      status: key,
      tasks,
      longest: LONGEST,
    })),
    ...[...byQuarter(judged)].map(([quarter, tasks]) => ({
      title: words.dueIn(quarter),
      path: urls.tasksOfQuarter(quarter),
      tasks,
      longest: LONGEST,
    })),
    { title: words.flagged, path: urls.tasksFlagged, tasks: judged.filter(({ isFlagged }) => isFlagged) },
    { title: words.noLead, path: urls.tasksWithoutLead, tasks: judged.filter(hasNoLead) },
    ...[...leading].map(([id, tasks]) => ({
      title: nameOf(site.agencies, id),
      path: urls.tasksOfAgency(id),
      tasks,
      lead: leadOf(id, tasks),
    })),
  ];
  return lists.flatMap(({ tasks, longest, ...list }) => {
    const listed = tasks.slice(0, longest);
    return paged(listed).map(page => ({ ...page, ...list, total: tasks.length, listed: listed.length }));
  });
}

interface List extends Pick<Selection, "title" | "path" | "status" | "lead"> {
  readonly tasks: readonly JudgedTask[];
  /** After how many tasks it ends; it is complete when this is left out. */
  readonly longest?: number;
}

export default function TaskListPage({ selection, ...props }: PageData & { selection: Selection }) {
  const { title, path, items, total, listed, status, lead } = selection;
  const { site } = props;
  return (
    <Layout
      {...props}
      title={lead ? words.leadTitle(title) : title}
      description={words.listDescription(title, total, site.asOf)}
      path={path}
      number={selection.number}
      breadcrumbs={[{ title: strings.nav.tasks, href: urls.tasks }]}
    >
      <h1>{lead ? words.leadHeading(title, total) : `${title}: ${progressStrings.tasks(total)}`}</h1>
      {path === urls.tasksFlagged && <p class="lead">{words.flaggedLead}</p>}
      {listed < total && <ListEnd listed={listed} total={total} />}
      {lead ? (
        <>
          <LeadSummary lead={lead} />
          {STATUS_KEYS.map(key => (
            <Group
              site={site}
              status={key}
              total={lead.counts.get(key) ?? 0}
              tasks={items.filter(({ status }) => status === key)}
            />
          ))}
        </>
      ) : (
        items.length > 0 && (
          <TaskTable site={site} tasks={items} withStatus={status === undefined} caption={title} />
        )
      )}
      {total === 0 && <p>{words.none}</p>}
      <Pager base={path} page={selection} />
    </Layout>
  );
}

const PLACES = [
  [urls.plans, words.longList.plans],
  [urls.agencies, words.longList.agencies],
  [urls.tasksWithoutLead, words.longList.noLead],
  [urls.tasks, words.longList.filter],
  [urls.data, words.longList.data],
] as const;

/** That a list ends before its last task, and where all tasks stand. */
function ListEnd({ listed, total }: { listed: number; total: number }) {
  return (
    <p class="lead">
      {words.longList.ends(listed, total)} {words.longList.all}{" "}
      {joined(PLACES.map(([href, name]) => <a href={href}>{name}</a>))}.
    </p>
  );
}

/** The tasks of one status on this page; the heading counts those of all pages. */
function Group(props: { site: Site; status: StatusKey; total: number; tasks: readonly JudgedTask[] }) {
  const { site, status, total, tasks } = props;
  if (tasks.length === 0) return null;
  const name = strings.status[status];
  return (
    <section id={statusSlug(status)}>
      <h2>{words.group(name, total)}</h2>
      <TaskTable site={site} tasks={tasks} withLeads={false} withStatus={false} caption={name} />
    </section>
  );
}
