import { indexStrings } from "../../chart-strings.ts";
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
        <ul>
          {dashboards.map(({ slug, title, description }) => (
            <li>
              <a href={urls.dashboard(slug)}>{title}</a>
              {description && <p>{description}</p>}
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
