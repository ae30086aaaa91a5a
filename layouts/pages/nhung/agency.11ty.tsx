import type { Agency } from "../../../scripts/model/agency.ts";
import type { JudgedTask } from "../../../scripts/model/progress.ts";
import { formatCount, formatDate } from "../../format.ts";
import { wordsOf } from "../../languages.ts";
import { pageEach } from "../../paginate.ts";
import { EmbedLayout } from "../../parts/embed.tsx";
import type { PageData } from "../../parts/layout.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { related } from "../../related.ts";
import { siteName } from "../../site-name.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

/** Tasks that a frame shows; the rest is one click away. */
const SHOWN = 20;

interface LeadTasks {
  readonly agency: Agency;
  /** What needs attention first. */
  readonly tasks: readonly JudgedTask[];
}

export const data = {
  pagination: pageEach("list", site =>
    [...related(site).leading].flatMap(([id, tasks]): LeadTasks[] => {
      const agency = site.agencies.byId.get(id);
      return agency ? [{ agency, tasks }] : [];
    }),
  ),
  permalink: ({ list }: { list: LeadTasks }) => urls.embedAgency(list.agency.id),
};

/** The tasks that an agency leads, for the iframe of another site. */
export default function EmbedAgencyPage({ list: { agency, tasks }, site }: PageData & { list: LeadTasks }) {
  const title = strings.embed.tasks(agency.name);
  const all = urls.tasksOfAgency(agency.id);
  return (
    <EmbedLayout site={site} title={title}>
      <h2>
        <a href={all}>{title}</a>
      </h2>
      <TaskTable site={site} tasks={tasks.slice(0, SHOWN)} withLeads={false} caption={title} />
      <p class="meta">
        <a href={all}>
          {tasks.length > SHOWN
            ? strings.embed.allTasks(formatCount(tasks.length), siteName(site))
            : wordsOf("vi").charts.figure.page(siteName(site))}
        </a>
        . {strings.page.asOf} <time dateTime={site.asOf}>{formatDate(site.asOf)}</time>.
      </p>
    </EmbedLayout>
  );
}
