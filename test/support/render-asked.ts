import { resolve } from "node:path";
import { previewContent } from "../../scripts/preview.ts";
import { pageRenderer } from "../../scripts/render-page.ts";
import { readSettings } from "../../scripts/settings.ts";

/**
 * Renders the pages that are named on the command line as the dev server does. Prints for each its title, and how many
 * pages were rendered for it.
 */
const site = await previewContent(readSettings(process.env, new Date()), () => {})();
const render = pageRenderer(path => import(resolve(path)));
const answers: [url: string, title: string | undefined, rendered: number][] = [];
for (const url of process.argv.slice(2)) {
  performance.clearMeasures();
  const page = await render(url, { site: () => site, downloads: () => ({}), portal: () => ({}) });
  const title = page && (/<title>(.*?) – /.exec(page)?.[1] ?? page.slice(0, 15));
  answers.push([url, title, performance.getEntriesByName("pages").length]);
}
console.log(JSON.stringify(answers));
