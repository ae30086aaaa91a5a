import type { Update } from "../../../scripts/model/update.ts";
import { formatDate } from "../../format.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { type ListPage, Pager, paged } from "../../parts/pager.tsx";
import { Prose } from "../../parts/prose.tsx";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

export const data = {
  pagination: {
    data: "site",
    size: 1,
    alias: "list",
    before: (_: unknown, { site }: PageData) => paged(site.updates, 50),
  },
  permalink: ({ list }: { list: ListPage<Update> }) => listPage(urls.updates, list.number),
};

export default function UpdatesPage({ list, ...props }: PageData & { list: ListPage<Update> }) {
  const { site } = props;
  return (
    <Layout
      {...props}
      title={strings.nav.updates}
      description="Báo cáo về tiến độ và kết quả của các kế hoạch, mới nhất trước."
      path={listPage(urls.updates, list.number)}
      feed={feedOf(site, urls.home)}
    >
      <h1>{strings.nav.updates}</h1>
      <Follow site={site} page={urls.updates} feed={feedOf(site, urls.home)} />
      {list.items.length === 0 && <p>Chưa có báo cáo nào được công bố.</p>}
      {list.items.map(update => {
        const plan = site.planBySlug.get(update.plan);
        return (
          <article class="update">
            <h2>
              <time dateTime={update.asOf}>{formatDate(update.asOf)}</time>{" "}
              <a href={urls.plan(update.plan)}>{plan?.title ?? update.plan}</a>
            </h2>
            <p class="meta">
              {update.reporter && <AgencyLink site={site} id={update.reporter} full />}
              {update.published && ` · công bố ${formatDate(update.published)}`}
              {update.document && ` · ${update.document}`}
            </p>
            <Prose source={update.prose.source} />
            <ul>
              {update.tasks.map(task => (
                <li>
                  <a href={urls.task(update.plan, task.task)}>{task.task}</a> {task.state}
                  {task.progress !== undefined && ` · ${task.progress}%`}
                  {task.value && ` · ${task.value}`}
                </li>
              ))}
            </ul>
          </article>
        );
      })}
      <Pager base={urls.updates} page={list} />
    </Layout>
  );
}
