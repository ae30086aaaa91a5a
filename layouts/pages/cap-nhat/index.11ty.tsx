import { withComma } from "../../../scripts/model/fields.ts";
import type { Update } from "../../../scripts/model/update.ts";
import { formatDate } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { PlanLink } from "../../parts/plan-link.tsx";
import { Prose } from "../../parts/prose.tsx";
import { UpdateSource } from "../../parts/timeline.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { strings } from "../../strings.ts";
import { UPDATES_PER_PAGE, updateAnchor } from "../../updates.ts";
import { listPage, urls } from "../../urls.ts";

const words = progressStrings.reports;

/** A report on more tasks than this shows them folded. */
const MANY_TASKS = 12;

export const data = {
  pagination: pageEach("list", site => paged(site.updates, UPDATES_PER_PAGE)),
  permalink: ({ list }: { list: ListPage<Update> }) => listPage(urls.updates, list.number),
};

export default function UpdatesPage({ list, ...props }: PageData & { list: ListPage<Update> }) {
  const { site } = props;
  return (
    <Layout
      {...props}
      title={strings.nav.updates}
      description={words.description}
      path={urls.updates}
      number={list.number}
      feed={feedOf(site, urls.home)}
    >
      <h1>{strings.nav.updates}</h1>
      <Follow site={site} page={urls.updates} feed={feedOf(site, urls.home)} />
      {list.items.length === 0 && <p>{words.none}</p>}
      {list.items.map(update => (
        <article id={updateAnchor(update)}>
          <h2>
            <time dateTime={update.asOf}>{formatDate(update.asOf)}</time>{" "}
            <PlanLink site={site} slug={update.plan} />
          </h2>
          <p class="meta">
            {words.tasks(update.tasks.length)}
            <UpdateSource site={site} update={update} />
          </p>
          <Prose source={update.prose.source} />
          <TaskStates update={update} />
        </article>
      ))}
      <Pager base={urls.updates} page={list} />
    </Layout>
  );
}

function TaskStates({ update: { plan, tasks } }: { update: Update }) {
  if (tasks.length === 0) return null;
  const list = (
    <ul>
      {tasks.map(task => (
        <li>
          <a href={urls.task(plan, task.task)}>{task.task}</a> {task.state}
          {task.progress !== undefined && ` · ${withComma(task.progress)}%`}
          {task.value && ` · ${task.value}`}
          {task.newDeadline && ` · ${words.newDeadline(task.newDeadline.printed)}`}
        </li>
      ))}
    </ul>
  );
  if (tasks.length <= MANY_TASKS) return list;
  return (
    <details>
      <summary>{words.tasks(tasks.length)}</summary>
      {list}
    </details>
  );
}
