import type { Redirect } from "../../scripts/model/redirect.ts";
import { pageEach } from "../paginate.ts";
import { ForwardPage } from "../parts/forward.tsx";
import type { PageData } from "../parts/layout.tsx";

export const data = {
  pagination: pageEach("redirect", site =>
    // A task has no page of its own (its plan leads on), and a file cannot lead on; web servers do.
    site.redirects.filter(({ from }) => /(\/|\.html)$/.test(from)),
  ),
  permalink: ({ redirect }: { redirect: Redirect }) => redirect.from,
};

export default function RedirectPage({ redirect, settings }: PageData & { redirect: Redirect }) {
  return <ForwardPage to={redirect.to} settings={settings} />;
}
