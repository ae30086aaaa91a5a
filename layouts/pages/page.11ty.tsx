import type { Page } from "../../scripts/model/page.ts";
import { Layout, type PageData } from "../parts/layout.tsx";
import { Prose } from "../parts/prose.tsx";
import { urls } from "../urls.ts";

export const data = {
  pagination: { data: "site.pages", size: 1, alias: "prosePage" },
  permalink: ({ prosePage }: { prosePage: Page }) => urls.page(prosePage.slug),
};

export default function ProsePage({ prosePage, ...props }: PageData & { prosePage: Page }) {
  const { title, description, slug, prose } = prosePage;
  return (
    <Layout {...props} title={title} description={description ?? title} path={urls.page(slug)}>
      <h1>{title}</h1>
      <Prose source={prose.source} />
    </Layout>
  );
}
