import { indexTables } from "../../../scripts/model/index-table.ts";
import { indexStrings } from "../../chart-strings.ts";
import { compareStrings as words } from "../../compare-strings.ts";
import { figuresOf } from "../../figures.ts";
import { Compare } from "../../parts/compare.tsx";
import type { Choice } from "../../parts/compare-choice.ts";
import { ChartFigure } from "../../parts/figure.tsx";
import { joined } from "../../parts/joined.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.compare };

/** Comparison: a default one that stands without JavaScript, and the choice of the reader with it. */
export default function ComparePage(props: PageData) {
  const figures = figuresOf(props.site, urls.compare);
  const tables = [...indexTables(props.site).values()].filter(({ years }) => years.length > 0);
  if (tables.length === 0) return <NothingToCompare {...props} />;
  const first = figures[0]?.data;
  const start: Choice = {
    agencies: first?.type === "trend" ? first.series.map(({ agency }) => agency) : [],
    index: first?.index ?? "",
    second: "",
    component: "",
    from: undefined,
    to: undefined,
    measure: "value",
  };
  return (
    <Layout
      {...props}
      title={words.title}
      description={words.lead}
      path={urls.compare}
      entries={["figure", "compare"]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <noscript>
        <p>
          {words.noScript} <a href={urls.indices}>{indexStrings.title}</a>.
        </p>
      </noscript>
      <div id="so-sanh-chon" data-start={JSON.stringify(start)} inert>
        <Compare
          indices={tables.map(({ id, name }) => ({ id, name, href: urls.indexData(id) }))}
          start={start}
          known={indexTables(props.site)}
          state={words.loading}
          drawAtOnce={false}
          show={async () => {}}
        />
      </div>
      <h2 class="visually-hidden">{indexStrings.figures}</h2>
      <div id="so-sanh-ket-qua">
        {figures.map(figure => (
          <ChartFigure figure={figure} settings={props.settings} />
        ))}
      </div>
      <p class="chart-source">
        {indexStrings.title} (JSON):{" "}
        {joined(
          tables.map(({ id, name }) => (
            <a href={urls.indexData(id)} data-index={id}>
              {name}
            </a>
          )),
        )}
      </p>
    </Layout>
  );
}

function NothingToCompare(props: PageData) {
  return (
    <Layout {...props} title={words.title} description={indexStrings.none} path={urls.compare}>
      <h1>{words.title}</h1>
      <p>{indexStrings.none}</p>
    </Layout>
  );
}
