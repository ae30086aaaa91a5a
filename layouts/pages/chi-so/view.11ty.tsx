import { indexTables } from "../../../scripts/model/index-table.ts";
import type { Index } from "../../../scripts/model/indices.ts";
import { indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { shortName } from "../../index-name.ts";
import { pageEach } from "../../paginate.ts";
import { Figures } from "../../parts/figure.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { INDEX_VIEWS, type IndexView, urls } from "../../urls.ts";

interface View {
  readonly index: Index;
  readonly view: IndexView;
}

export const data = {
  pagination: pageEach("indexView", ({ indices }) =>
    [...indices.values()].flatMap(index => INDEX_VIEWS.map(view => ({ index, view }))),
  ),
  permalink: ({ indexView: { index, view } }: { indexView: View }) => urls.indexView(index.id, view),
};

/** One chart with every agency in every year of an index, and the table of all its results. */
export default function IndexViewPage({
  indexView: { index, view },
  ...props
}: PageData & { indexView: View }) {
  const path = urls.indexView(index.id, view);
  const name = shortName(index);
  const figures = figuresOf(props.site, path);
  const hasResults = (indexTables(props.site).get(index.id)?.years.length ?? 0) > 0;
  const title = `${name}: ${indexStrings.views.titles[view]}`;
  return (
    <Layout
      {...props}
      title={title}
      description={`${name}. ${indexStrings.views[view]}.`}
      path={path}
      breadcrumbs={[
        { title: indexStrings.title, href: urls.indices },
        { title: name, href: urls.index(index.id) },
      ]}
      entries={figures.length > 0 ? ["figure"] : []}
    >
      <h1>{title}</h1>
      {figures.length === 0 && (
        <p>{hasResults && view === "regions" ? indexStrings.noRegions : indexStrings.noResults}</p>
      )}
      <Figures figures={figures} settings={props.settings} />
    </Layout>
  );
}
