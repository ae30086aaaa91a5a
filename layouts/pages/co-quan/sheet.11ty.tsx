import type { JudgedTask } from "../../../scripts/model/progress.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Sheets } from "../../parts/sheet.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

const words = progressStrings.sheet;

/** An agency with the tasks that it leads. */
interface Lead {
  readonly id: string;
  readonly tasks: readonly JudgedTask[];
}

export const data = {
  pagination: pageEach("lead", site => [...related(site).leading].map(([id, tasks]) => ({ id, tasks }))),
  permalink: ({ lead }: { lead: Lead }) => urls.agencySheet(lead.id),
};

export default function AgencySheetPage({ lead: { id, tasks }, ...props }: PageData & { lead: Lead }) {
  const { site } = props;
  const agency = site.agencies.byId.get(id);
  const name = agency?.name ?? id;
  const parent = site.agencies.byId.get(agency?.parent ?? "");
  return (
    <Layout
      {...props}
      title={words.ofAgency(name)}
      description={words.description(name)}
      path={urls.agencySheet(id)}
      breadcrumbs={[
        { title: strings.nav.agencies, href: urls.agencies },
        { title: agency?.shortName ?? id, href: urls.agency(id) },
      ]}
    >
      <SummaryHead {...props} agency={id} />
      <h1>{words.title}</h1>
      <p class="lead">{words.ofAgency(name)}</p>
      <p class="screen">{words.lead}</p>
      <Sheets
        site={site}
        tasks={tasks}
        issuer={parent ? `${parent.name} – ${name}` : name}
        subject={words.ofAgency(name)}
        by="agency"
        fullList={urls.tasksOfAgency(id)}
      />
    </Layout>
  );
}
