import { posix } from "node:path";
import { urls } from "../layouts/urls.ts";
import { checkSources, summarize } from "./check.ts";
import { type LoadedFiles, loadSources } from "./load.ts";
import { haveSameItems } from "./model/memo.ts";
import { formatProblem, type Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import type { SourceFile } from "./model/source-file.ts";
import type { Settings } from "./settings.ts";

/** A problem with the address of the page that shows the file it stands in, path prefix and all. */
export interface PageProblem extends Problem {
  readonly page: string | undefined;
}

/**
 * Reads the content while it is being written: the site as far as it is right. Only what was changed is read and parsed
 * again; the same site comes back when nothing of it changed. While a file is broken, the site is made from its last
 * version that had no problem.
 * @param tell is told what is wrong as soon as the check is through
 */
export function previewContent(
  settings: Settings,
  tell: (problems: readonly PageProblem[]) => void,
): () => Promise<Site> {
  const loaded: LoadedFiles = new Map();
  const good = { content: new Map<string, SourceFile>(), data: new Map<string, SourceFile>() };
  let last:
    | { readonly site: Site; readonly files: readonly SourceFile[]; readonly isRight: boolean }
    | undefined;
  let wereProblems = false;

  /** A broken file as it last was right, also where it can no longer be read. */
  const rightVersions = (
    files: readonly SourceFile[],
    broken: ReadonlySet<string>,
    known: Map<string, SourceFile>,
  ) => {
    for (const file of files) if (!broken.has(file.path)) known.set(file.path, file);
    const paths = new Set([...files.map(({ path }) => path), ...broken]);
    return [...paths].flatMap(path => known.get(path) ?? []);
  };

  return async () => {
    const sources = await loadSources(settings, loaded);
    sources.problems.push(...settings.problems);
    const checked = checkSources(sources, settings.asOf);
    const { problems } = checked;
    tell(problems.map(problem => ({ ...problem, page: pageOf(problem.file, settings) })));
    for (const problem of problems) console.error(formatProblem(problem));
    if (problems.length > 0 || wereProblems) console.error(summarize(checked));
    wereProblems = problems.length > 0;

    const broken = new Set(problems.map(({ file }) => file));
    const content = rightVersions(sources.content, broken, good.content);
    const data = rightVersions(sources.data, broken, good.data);
    const files = [...content, ...data];
    if (last && haveSameItems(last.files, files)) return last.site;
    if (broken.size === 0) last = { site: checked.site, files, isRight: true };
    else {
      const mended = checkSources({ content, data, problems: [] }, settings.asOf);
      const isRight = mended.problems.length === 0;
      if (isRight || !last?.isRight) last = { site: mended.site, files, isRight };
    }
    return last.site;
  };
}

/** The page on which the content of a file is read. */
export function pageOf(
  file: string,
  { contentDir, dataDir, pathPrefix }: Pick<Settings, "contentDir" | "dataDir" | "pathPrefix">,
): string | undefined {
  const within = (folder: string) => {
    // As the loader writes it, which the setting need not be: `./content/`.
    const start = posix.join(folder, "/");
    return file.startsWith(start) ? file.slice(start.length) : undefined;
  };
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
