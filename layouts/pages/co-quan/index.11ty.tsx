import type { Agency } from "../../../scripts/model/agency.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { formatCount } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { agenciesInUse, related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.agencies };

export default function AgenciesPage(props: PageData) {
  const { site } = props;
  const used = agenciesInUse(site);
  const shown = new Set(used.map(({ id }) => id));
  const roots = used.filter(({ parent }) => parent === undefined || !shown.has(parent));
  const others = site.agencies.all.filter(({ id }) => !shown.has(id));
  return (
    <Layout
      {...props}
      title={strings.nav.agencies}
      description={`${formatCount(used.length)} cơ quan, đơn vị chủ trì, phối hợp hoặc theo dõi nhiệm vụ trong các kế hoạch.`}
      path={urls.agencies}
    >
      <h1>{strings.nav.agencies}</h1>
      <p class="lead">
        {formatCount(used.length)} cơ quan, đơn vị được giao việc trong các kế hoạch, xếp theo cấp trên trực
        tiếp.
      </p>
      <Branch site={site} agencies={roots} shown={shown} />
      {others.length > 0 && (
        <details>
          <summary>{formatCount(others.length)} cơ quan khác có trong dữ liệu</summary>
          <ul class="columns">
            {others.map(agency => (
              <li>
                <a href={urls.agency(agency.id)}>{agency.name}</a>
                {agency.validFrom && ` (từ ${agency.validFrom.slice(0, 4)})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Layout>
  );
}

/** Agencies with the ones below them. */
function Branch({
  site,
  agencies,
  shown,
}: {
  site: Site;
  agencies: readonly Agency[];
  shown: ReadonlySet<string>;
}) {
  const { children, leads, coordinates, supervises } = related(site);
  return (
    <ul class="tree">
      {agencies.map(agency => {
        const below = (children.get(agency.id) ?? []).filter(({ id }) => shown.has(id));
        const counts = [
          [leads.get(agency.id)?.length, "chủ trì"],
          [coordinates.get(agency.id)?.length, "phối hợp"],
          [supervises.get(agency.id)?.length, "theo dõi"],
        ] as const;
        const text = counts
          .flatMap(([count, role]) => (count ? [`${role} ${formatCount(count)}`] : []))
          .join(", ");
        return (
          <li>
            <a href={urls.agency(agency.id)}>{agency.name}</a> {text && <small>{text}</small>}
            {below.length > 0 && <Branch site={site} agencies={below} shown={shown} />}
          </li>
        );
      })}
    </ul>
  );
}
