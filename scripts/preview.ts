import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import sirv from "sirv";
import type { Connect, Plugin, ViteDevServer } from "vite";
import { urls } from "../layouts/urls.ts";
import { type Checked, checkSources, summarize } from "./check.ts";
import { loadSources, type Settings } from "./load.ts";
import type { SourceFile } from "./model/front-matter.ts";
import { formatProblem, type Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";

/** A problem with the address of the page that shows the file it stands in, path prefix and all. */
export interface PageProblem extends Problem {
  readonly page: string | undefined;
}

/** The content while it is being written: the site as far as it is right, and what is wrong shown over its pages. */
export interface Preview {
  /** Reads and checks everything anew. */
  readonly site: () => Promise<Site>;
  /** Puts the panel of problems into every page of the dev server; does nothing in a build. */
  readonly plugin: Plugin;
}

const OVERLAY = resolve("layouts/client/preview/overlay.ts");

/**
 * Keeps the last version of each file that had no problem. While a file is broken the pages are made from that version;
 * the panel says what is wrong as soon as the check is through, before any page is written.
 */
export function previewContent(settings: Settings): Preview {
  const good = new Map<string, SourceFile>();
  let last: Site | undefined;
  let problems: readonly PageProblem[] = [];
  let server: ViteDevServer | undefined;

  const rightVersions = (files: readonly SourceFile[], broken: ReadonlySet<string>) =>
    files.flatMap(file => (broken.has(file.path) ? (good.get(file.path) ?? []) : file));

  async function site(): Promise<Site> {
    const sources = await loadSources(settings);
    const checked = checkSources(sources, settings.asOf);
    tell(checked);
    const broken = new Set(checked.problems.map(({ file }) => file));
    for (const file of [...sources.content, ...sources.data])
      if (!broken.has(file.path)) good.set(file.path, file);
    if (broken.size === 0) last = checked.site;
    else {
      const content = rightVersions(sources.content, broken);
      const data = rightVersions(sources.data, broken);
      const mended = checkSources({ content, data, problems: [] }, settings.asOf);
      last = mended.problems.length === 0 ? mended.site : (last ?? mended.site);
    }
    return last;
  }

  function tell(checked: Checked): void {
    const before = problems.length;
    problems = checked.problems.map(problem => ({ ...problem, page: pageOf(problem.file, settings) }));
    server?.ws.send("content:problems", problems);
    for (const problem of problems) console.error(formatProblem(problem));
    if (problems.length > 0 || before > 0) console.error(summarize(checked));
  }

  const plugin: Plugin = {
    name: "content-problems",
    apply: "serve",
    configureServer(started) {
      server = started;
      started.middlewares.use(join(settings.pathPrefix, urls.admin), serveAdmin(settings.outputDir));
      started.ws.on("content:ask", (_, client) => client.send("content:problems", problems));
    },
    transformIndexHtml: () => [
      {
        tag: "script",
        attrs: { type: "module", src: `${settings.pathPrefix}@fs${OVERLAY}` },
        injectTo: "body",
      },
    ],
  };
  return { site, plugin };
}

/**
 * Serves the editing page as it will be published. Vite has nothing to do with a program that is already packed, and it
 * must not be loaded anew when a file is saved: what is being written in it would be lost.
 */
function serveAdmin(outputDir: string): Connect.NextHandleFunction {
  const folder = join(outputDir, urls.admin);
  const files = sirv(folder, { dev: true });
  return async (request, response, next) => {
    if (request.url !== "/") return files(request, response, next);
    const page = await readFile(join(folder, "index.html")).catch(() => undefined);
    if (page === undefined) return next();
    response.setHeader("content-type", "text/html; charset=utf-8");
    // As bytes, into which the dev server puts no script.
    response.end(page);
  };
}

/** The page on which the content of a file is read. */
export function pageOf(
  file: string,
  { contentDir, dataDir, pathPrefix }: Pick<Settings, "contentDir" | "dataDir" | "pathPrefix">,
): string | undefined {
  const within = (folder: string) =>
    file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
  const path = pageOfContent(within(contentDir) ?? "") ?? pageOfData(within(dataDir) ?? "");
  return path && pathPrefix + path.slice(1);
}

function pageOfContent(name: string): string | undefined {
  const [kind, ...rest] = name.replace(/\.md$/, "").split("/");
  const slug = rest.at(-1);
  if (slug === undefined) return undefined;
  if (kind === "plans") return urls.plan(slug);
  // updates/<agency>/<plan>/<day>: a report is read on the page of its plan.
  if (kind === "updates") return urls.plan(rest.at(-2) ?? slug);
  if (kind === "dashboards") return urls.dashboard(slug);
  return kind === "pages" ? urls.page(slug) : undefined;
}

function pageOfData(name: string): string | undefined {
  const index = /^(?:indices|results)\/([^/]+)\.\w+$/.exec(name)?.[1];
  if (index !== undefined) return urls.index(index);
  const pages: Record<string, string> = {
    "agencies.csv": urls.agencies,
    "documents.csv": urls.documents,
    "abbreviations.csv": urls.abbreviations,
  };
  return pages[name];
}
