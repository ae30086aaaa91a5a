import type { Page } from "../../scripts/model/page.ts";
import { pageEach } from "../paginate.ts";
import { Layout, type PageData } from "../parts/layout.tsx";
import { ProseWithCharts } from "../parts/prose-with-charts.tsx";
import { urls } from "../urls.ts";

export const data = {
  pagination: pageEach("prosePage", site => site.pages),
  permalink: ({ prosePage }: { prosePage: Page }) => urls.page(prosePage.slug),
};

export default function ProsePage({ prosePage, ...props }: PageData & { prosePage: Page }) {
  const { title, description, slug, prose, path } = prosePage;
  return (
    <Layout
      {...props}
      title={title}
      description={description ?? title}
      path={urls.page(slug)}
      entries={props.site.charts.has(path) ? ["figure"] : []}
    >
      <h1>{title}</h1>
      <ProseWithCharts
        prose={prose}
        path={path}
        page={urls.page(slug)}
        site={props.site}
        settings={props.settings}
      />
    </Layout>
  );
}
