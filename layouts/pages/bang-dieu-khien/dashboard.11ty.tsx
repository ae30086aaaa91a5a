import type { Page } from "../../../scripts/model/page.ts";
import { indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { ProseWithCharts } from "../../parts/prose-with-charts.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("dashboard", site => site.dashboards),
  permalink: ({ dashboard }: { dashboard: Page }) => urls.dashboard(dashboard.slug),
};

export default function DashboardPage({ dashboard, ...props }: PageData & { dashboard: Page }) {
  const { title, description, slug, prose, path } = dashboard;
  const page = urls.dashboard(slug);
  return (
    <Layout
      {...props}
      title={title}
      description={description ?? title}
      path={page}
      breadcrumbs={[{ title: indexStrings.dashboards, href: urls.dashboards }]}
      entries={figuresOf(props.site, page).length > 0 ? ["figure"] : []}
    >
      <SummaryHead {...props} />
      <h1>{title}</h1>
      {description && <p class="lead">{description}</p>}
      <ProseWithCharts prose={prose} path={path} page={page} site={props.site} settings={props.settings} />
    </Layout>
  );
}
