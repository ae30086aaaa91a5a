import { indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { FigureBrief } from "../../parts/figure-brief.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.dashboards };

export default function DashboardsPage(props: PageData) {
  const { dashboards } = props.site;
  return (
    <Layout
      {...props}
      title={indexStrings.dashboards}
      description={indexStrings.dashboardsLead}
      path={urls.dashboards}
    >
      <h1>{indexStrings.dashboards}</h1>
      <p class="lead">{indexStrings.dashboardsLead}</p>
      {dashboards.length === 0 ? (
        <p>{indexStrings.noDashboards}</p>
      ) : (
        dashboards.map(({ slug, title, description }) => (
          <section class="briefs">
            <div>
              <h2>
                <a href={urls.dashboard(slug)}>{title}</a>
              </h2>
              {description && <p>{description}</p>}
            </div>
            <FigureBrief figures={figuresOf(props.site, urls.dashboard(slug))} />
          </section>
        ))
      )}
    </Layout>
  );
}
