import type { ServerResponse } from "node:http";
import { resolve } from "node:path";
import { h } from "preact";
import type { Connect } from "vite";
import { renderHtml } from "../layouts/render.ts";
import { urls } from "../layouts/urls.ts";
import type { Downloads } from "./model/download.ts";
import type { Site } from "./model/site.ts";
import type { PageSources, pageRenderer } from "./render-page.ts";
import { endingOf, OTHER_TYPE, TYPES } from "./serving/headers.ts";
import type { Settings } from "./settings.ts";

/** What pages are made from: a site, or the same site with other templates, has a version of its own. */
export interface Version {
  /** Counts up from 1; a page carries that of its version. */
  readonly number: number;
  readonly site: Site;
  readonly sources: PreviewSources;
}

/** Global data of the templates; the tables for download are written when they are asked for. */
export interface PreviewSources extends PageSources {
  readonly downloads: () => { readonly ready: Downloads };
}

const OVERLAY = resolve("layouts/client/preview/overlay.ts");

/** What is no page: Vite's own files, and what is copied or made by other commands. */
const ASSETS = ["/@", "/assets/", "/node_modules/", "/pagefind/", `${urls.admin}cms/npm/`];

/** Answers with pages, as they are at this moment. */
export function servePages(
  { pathPrefix }: Settings,
  version: () => Promise<Version>,
  render: ReturnType<typeof pageRenderer>,
): Connect.NextHandleFunction {
  async function answer(path: string, response: ServerResponse): Promise<boolean> {
    const isHtml = /(\/|\.html)$/.test(path);
    const { number, sources } = await version();
    let page = await render(path, sources).catch(explain);
    if (page === undefined) {
      // Files that stand beside the pages are written first.
      if (path.startsWith(urls.data) || path.startsWith(urls.api)) void sources.downloads().ready;
      if (!isHtml) return false;
      answerWith(response, 404);
      page = await render(urls.notFound, sources).catch(explain);
    }
    if (page instanceof Error) answerWith(response, 500);
    const text = page instanceof Error ? errorPage(page) : (page ?? "");
    response.setHeader("content-type", TYPES[isHtml ? "html" : endingOf(path)] ?? OTHER_TYPE);
    // Nothing is put into the editing page, which must not be loaded anew when a file is saved: what is being written in
    // it would be lost. Bytes go out as they are.
    if (!isHtml || path.startsWith(urls.admin)) response.end(Buffer.from(text));
    else response.end(text.replace("</head>", end => headOf(number) + end));
    return true;
  }

  return async (request, response, next) => {
    const [pathname = "/"] = (request.url ?? "/").split("?", 1);
    if (!pathname.startsWith(pathPrefix)) return next();
    const path = decode(pathname.slice(pathPrefix.length - 1));
    if (path === undefined) response.writeHead(400).end();
    else if (ASSETS.some(start => path.startsWith(start))) next();
    else if (!path.endsWith("/") && endingOf(path) === "")
      response.writeHead(301, { location: `${pathname}/` }).end();
    else
      await answer(path, response).then(
        isAnswered => isAnswered || next(),
        error => next(error),
      );
  };

  /** Vite's client and the panel of problems, with the version that they belong to; Vite need not read the page for it. */
  function headOf(version: number): string {
    const scripts = ["@vite/client", `@fs${OVERLAY}`].map(
      name => `<script type="module" src="${pathPrefix}${name}"></script>`,
    );
    return `<meta name="content-version" content="${version}">${scripts.join("")}`;
  }
}

function decode(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

/** The error of the template itself, inside those that Eleventy wraps around it. */
function explain(error: unknown): Error {
  let cause = error;
  while (cause instanceof Error && "originalError" in cause && cause.originalError)
    cause = cause.originalError;
  return cause instanceof Error ? cause : new Error(String(cause));
}

/** Sets the status. Eleventy's server forbids scripts in pages with an error, unless they are marked as not its own. */
function answerWith(response: ServerResponse, status: number): void {
  Object.assign(response, { statusCode: status, isCustomErrorPage: true });
}

/** The error as an HTML page, which gets the script of all pages and so is reloaded once the mistake is mended. */
function errorPage({ message, stack }: Error): string {
  return `<!doctype html>${renderHtml(h("html", {}, h("head", {}, h("title", {}, message)), h("body", {}, h("pre", {}, stack))))}`;
}
