import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { MOVED_PART } from "../model/release.ts";

/** What the checks and the comparison of two releases need to know of a page; read once. */
export interface PageFacts {
  /** File in the site. */
  readonly name: string;
  /** The page's headline, or its title where it has none. */
  readonly title: string;
  readonly ids: ReadonlySet<string>;
  /** Every address that the page names as a link, image, script, style or form. */
  readonly links: readonly string[];
  /** Of these, what a browser asks for without being told by the reader. */
  readonly requests: readonly string[];
  /** Scripts, styles and preloads that the page cannot do without. */
  readonly assets: readonly string[];
  /** What the content policy refuses: script or style written into the page; as `<tag>`. */
  readonly refused: readonly string[];
  /** Where a page leads on to that only forwards. */
  readonly forwardsTo: string | undefined;
  /** Digest of what a reader reads; equal pages may differ in what frames them. */
  readonly digest: string;
  /** The same of every task and section of a plan, by its permanent id. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Data blocks are no scripts: no browser runs them. */
const DATA_BLOCK = /^(application|text)\/(\w+\+)?json$/;

/** Reads the pages of a built site. */
export async function readPages(folder: string, names: readonly string[]): Promise<PageFacts[]> {
  const pages: PageFacts[] = [];
  for (const name of names) {
    if (!name.endsWith(".html")) continue;
    pages.push(readPage(name, await readFile(join(folder, name), "utf8")));
  }
  return pages;
}

/** Reads one page. */
export function readPage(name: string, html: string): PageFacts {
  const { document } = parseHTML(html);
  const ids = new Set<string>();
  const links: string[] = [];
  const requests: string[] = [];
  const assets: string[] = [];
  const refused: string[] = [];
  const parts = new Map<string, string>();
  let forwardsTo: string | undefined;
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.id) ids.add(element.id);
    const href = element.getAttribute("href");
    const source = element.getAttribute(tag === "object" ? "data" : "src");
    const rel = element.getAttribute("rel");
    if (tag === "link" ? rel !== "canonical" && rel !== "alternate" : source !== null)
      requests.push(source ?? href ?? "");
    for (const option of element.getAttribute("srcset")?.split(",") ?? [])
      requests.push(option.trim().split(/\s/, 1)[0] ?? "");
    const address = href ?? source ?? (tag === "form" ? element.getAttribute("action") : null);
    if (address !== null && rel !== "canonical") links.push(address);
    if (tag === "script" && source !== null) assets.push(source);
    if (tag === "link" && (rel === "stylesheet" || rel === "modulepreload") && href !== null)
      assets.push(href);
    if (tag === "script" && source === null && !DATA_BLOCK.test(element.getAttribute("type") ?? ""))
      refused.push("<script>");
    if (tag === "style") refused.push("<style>");
    for (const { name: attribute } of element.attributes)
      if (attribute === "style" || /^on[a-z]+$/.test(attribute)) refused.push(`<${tag} ${attribute}>`);
    if (tag === "meta" && element.getAttribute("http-equiv")?.toLowerCase() === "refresh")
      forwardsTo = /url=(.*)$/i.exec(element.getAttribute("content") ?? "")?.[1];
    // An id of a plan's own: figures in it have ids too, which nobody cites.
    if (element.id && element.hasAttribute("data-moved")) parts.set(element.id, MOVED_PART);
    else if (element.id && (element.hasAttribute("data-task") || element.className === "section"))
      parts.set(element.id, digestOf(element));
  }
  const main = document.querySelector("main") ?? document.body;
  const title = document.querySelector("h1")?.textContent || document.title;
  return {
    name,
    title: title.replace(/\s+/g, " ").trim(),
    ids,
    links,
    requests,
    assets,
    refused,
    forwardsTo,
    digest: digestOf(main),
    parts,
  };
}

/** The day judged at, wherever a page names it. */
const JUDGED_AT = /(?<=(?:xét tại|mà đến|chưa đến tại) ngày )\d{2}\/\d{2}\/\d{4}/giu;

/**
 * What is read and where it leads, without how it is framed and spaced. The head that is put above a page on paper, with day
 * and version, and the day judged at are new in every release.
 */
function digestOf(element: Element): string {
  const targets = [...element.querySelectorAll("a[href]")].map(link => link.getAttribute("href"));
  const head = element.querySelector(".sheet-head")?.textContent ?? "";
  const read = element.textContent?.replace(head, "").replace(/\s+/g, " ").replace(JUDGED_AT, "");
  const text = `${read?.trim()}\n${targets.join("\n")}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
