import { existsSync } from "node:fs";
import { posix } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { AskedPage } from "../layouts/page-templates.ts";

const TEMPLATES = "layouts/pages";

/** Global data of the templates, by name; worked out when Eleventy asks for it. */
export interface PageSources {
  readonly [name: string]: () => unknown;
}

/**
 * Renders single pages: Eleventy is asked for the one address, with the templates that may have it, and makes no other
 * page. Pages that are asked for together are made one after the other.
 * @param load loads a template as it is now
 * @returns what stands at an address (without path prefix); undefined when no template makes it
 */
export function pageRenderer(
  load: AskedPage["load"],
): (url: string, sources: PageSources) => Promise<string | undefined> {
  // The template that an address came from is asked first the next time.
  const templates = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();

  async function render(url: string, sources: PageSources): Promise<string | undefined> {
    for (const input of new Set([templates.get(url) ?? folderOf(url), folderOf(url), TEMPLATES])) {
      const page = await ask(input, { url, load }, sources);
      if (!page) continue;
      templates.set(url, page.inputPath);
      return page.content;
    }
    return undefined;
  }

  return (url, sources) => {
    const page = turn.then(() => render(url, sources));
    turn = page.catch(() => {});
    return page;
  };
}

/** The deepest folder of templates that has the names of the address: its template is most likely in there. */
function folderOf(url: string): string {
  let folder = TEMPLATES;
  for (const name of url.split("/").slice(1, -1)) {
    const deeper = posix.join(folder, name);
    if (!existsSync(deeper)) break;
    folder = deeper;
  }
  return folder;
}

async function ask(input: string, asked: AskedPage, sources: PageSources) {
  if (!existsSync(input)) return undefined;
  const eleventy = new Eleventy(input, undefined, {
    configPath: ".eleventy.ts",
    quietMode: true,
    config: config => {
      for (const [name, value] of Object.entries(sources)) config.addGlobalData(name, value);
      config.addGlobalData("asked", asked);
    },
  });
  const [page] = (await eleventy.toJSON()).filter(({ outputPath }) => outputPath !== false);
  return page && { inputPath: page.inputPath, content: String(page.content) };
}
