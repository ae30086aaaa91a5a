import { indexTables, mainPeers, peerCells } from "../../../scripts/model/index-table.ts";
import { indexStrings } from "../../chart-strings.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.indices };

export default function IndicesPage(props: PageData) {
  const tables = indexTables(props.site);
  return (
    <Layout {...props} title={indexStrings.title} description={indexStrings.lead} path={urls.indices}>
      <h1>{indexStrings.title}</h1>
      <p class="lead">{tables.size > 0 ? indexStrings.lead : indexStrings.none}</p>
      {[...props.site.indices.values()].map(index => {
        const table = tables.get(index.id);
        const years = table?.years ?? [];
        return (
          <section>
            <h2>
              <a href={urls.index(index.id)}>{index.short_name ?? index.name}</a>
            </h2>
            <p>
              {index.short_name && <strong>{index.name}. </strong>}
              {index.measures}
            </p>
            <ul class="years">
              {years.map(year => (
                <li>
                  <a href={urls.indexYear(index.id, year)}>{year}</a>{" "}
                  <small>{table && peerCells(table, mainPeers(table), year).length}</small>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p>
        <a href={urls.compare}>{indexStrings.compare.title}</a> ·{" "}
        <a href={urls.dashboards}>{indexStrings.dashboards}</a>
      </p>
    </Layout>
  );
}
