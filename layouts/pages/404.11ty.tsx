import { Layout, type PageData } from "../parts/layout.tsx";
import { SearchForm } from "../parts/search-form.tsx";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

const words = strings.notFound;

export const data = { permalink: urls.notFound };

export default function NotFoundPage(props: PageData) {
  return (
    <Layout {...props} title={words.title} description={words.description} path={urls.notFound} hidden>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <SearchForm />
      <ul>
        <li>
          <a href={urls.plans}>{words.plans}</a>
        </li>
        <li>
          <a href={urls.agencies}>{words.agencies}</a>
        </li>
        <li>
          <a href={urls.documents}>{words.documents}</a>
        </li>
      </ul>
    </Layout>
  );
}
