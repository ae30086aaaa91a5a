import { indexTables } from "../../../scripts/model/index-table.ts";
import { indexStrings } from "../../chart-strings.ts";
import { compareStrings } from "../../compare-strings.ts";
import { figuresOf } from "../../figures.ts";
import { shortName } from "../../index-name.ts";
import { FigureBrief } from "../../parts/figure-brief.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { YearsList } from "../../parts/years-list.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.indices };

export default function IndicesPage(props: PageData) {
  const tables = indexTables(props.site);
  return (
    <Layout {...props} title={indexStrings.title} description={indexStrings.lead} path={urls.indices}>
      <h1>{indexStrings.title}</h1>
      <p class="lead">{tables.size > 0 ? indexStrings.lead : indexStrings.none}</p>
      <p>
        <a href={urls.compare}>{compareStrings.title}</a> ·{" "}
        <a href={urls.dashboards}>{indexStrings.dashboards}</a>
      </p>
      {[...props.site.indices.values()].map(index => (
        <section class="briefs">
          <div>
            <h2>
              <a href={urls.index(index.id)}>{shortName(index)}</a>
            </h2>
            {(index.short_name || index.measures) && (
              <p>
                {index.short_name && <strong>{index.name}. </strong>}
                {index.measures}
              </p>
            )}
            <YearsList table={tables.get(index.id)} language="vi" />
          </div>
          <FigureBrief figures={figuresOf(props.site, urls.index(index.id))} />
        </section>
      ))}
    </Layout>
  );
}
