import { Layout, type PageData } from "../parts/layout.tsx";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

export const data = { permalink: urls.home };

export default function HomePage(props: PageData) {
  return (
    <Layout {...props} title={strings.site.name} description={strings.site.tagline} path={urls.home}>
      <h1>{strings.site.name}</h1>
    </Layout>
  );
}
