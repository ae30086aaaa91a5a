import type { EleventyConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import type { KeptPages } from "../scripts/kept-pages.ts";
import type { Site } from "../scripts/model/site.ts";
import type { Settings } from "../scripts/settings.ts";
import type { ClientTags } from "./client-tags.ts";
import { pageWriter } from "./page-bytes.ts";
import type { PageEach } from "./paginate.ts";

type Page = { page: { outputPath: string | false; url: string }; site: Site; [item: string]: unknown };
type PageModule = { default: (data: Page) => Made | Promise<Made>; data: TemplateData };
type Made = VNode | string;

/** What a template says of its pages, in Eleventy's words. */
interface TemplateData {
  readonly permalink: string | ((data: object) => string | false);
  readonly pagination?: PageEach<unknown, object>;
}

/** Chooses items whose pages are to be made; a page without an address has false. */
type Choose = (items: readonly unknown[], addressOf: (item: unknown) => string | false) => readonly unknown[];

/** The one page that the dev server was asked for. */
export interface AskedPage {
  /** Its address, without path prefix. */
  readonly url: string;
  /** Loads a template as it is now, by its path from the root of the project. */
  readonly load: (path: string) => Promise<unknown>;
}

/** What whoever starts Eleventy hands over as global data, beside what pages show. */
export interface Given {
  /** Tags of the built client code; without them pages ask the dev server for its sources. */
  readonly client?: ClientTags;
  /** The only page to be made; without it all are. */
  readonly asked?: AskedPage;
  /** Pages of the build before, which are taken over where they would be made the same again. */
  readonly kept?: KeptPages;
}

/**
 * Teaches Eleventy the page templates of layouts/pages: a module with `data` (pagination, permalink) and a default
 * function from data to TSX, or to text for files that are not HTML.
 *
 * Eleventy keeps what a template returns until the whole site is written. So a page is rendered only in the transform
 * right before it is written, and handed over as bytes, outside the JavaScript heap: 10,000 long pages stay small.
 */
export function pageTemplates(
  config: EleventyConfig,
  { pathPrefix }: Settings,
  { client, asked, kept }: Given,
): void {
  const load = async (inputPath: string) => {
    const path = inputPath.replace(/^\.\//, "");
    const module = asked ? asked.load(path) : import(new URL(`../${path}`, import.meta.url).href);
    return (await module) as PageModule;
  };
  const choose: Choose | undefined = asked
    ? (items, addressOf) => items.filter(item => addressOf(item) === asked.url)
    : kept?.remaining;
  const waiting = new Map<string, () => Buffer | Promise<Buffer>>();
  config.addTemplateFormats(["11ty.tsx", "11ty.ts"]);
  config.addExtension(["11ty.tsx", "11ty.ts"], {
    key: "11ty.js",
    ...(choose && {
      // Otherwise Eleventy imports the template itself, and keeps it as it was.
      getInstanceFromInputPath: () => "",
      getData: async (inputPath: string) => onlyChosen((await load(inputPath)).data, choose, asked),
    }),
    // Otherwise Eleventy asks for every page anew, and each import goes to the thread that reads TypeScript.
    compileOptions: { cache: !asked, getCacheKey: (_: unknown, inputPath: string) => inputPath },
    compile: async (_: unknown, inputPath: string) => {
      const { default: make, data: template } = await load(inputPath);
      const alias = template.pagination?.alias;
      const writer = pageWriter(pathPrefix, client);
      let common: Page | undefined;
      return (data: Page) => {
        const { outputPath, url } = data.page;
        if (outputPath === false) return "";
        // The pages of a template differ in their item; all else Eleventy would look up in two places for each.
        common ??= { ...data };
        const shared = common;
        const own = alias === undefined ? {} : { [alias]: data[alias] };
        const write = (made: Made) => writer(made, outputPath);
        const render = (site: Site) => {
          const made = make({ ...shared, ...own, site });
          return made instanceof Promise ? made.then(write) : write(made);
        };
        waiting.set(outputPath, () => (kept ? kept.make(url, render) : render(data.site)));
        return "";
      };
    },
  });
  // Most of a build's time is spent in this transform, which is no reason for Eleventy's warning of a slow one.
  config.benchmarks.config.setMinimumThresholdPercent(100);
  config.addTransform("render", function (content) {
    const path = this.page.outputPath || "";
    const make = waiting.get(path);
    if (!make) return content;
    waiting.delete(path);
    const start = performance.now();
    const bytes = make();
    // To wait is no work.
    if (!(bytes instanceof Promise)) performance.measure("pages", { start });
    return bytes;
  });
}

/** The data of a template with only those of its pages that are chosen. */
function onlyChosen({ pagination, permalink }: TemplateData, choose: Choose, asked?: AskedPage): object {
  const addressOf = (data: object) => (typeof permalink === "function" ? permalink(data) : permalink);
  if (!pagination)
    return asked
      ? { permalink: (data: object) => addressOf(data) === asked.url && asked.url }
      : { permalink };
  // Eleventy asks more than once; what was chosen stays chosen.
  let chosen: readonly unknown[] | undefined;
  return {
    permalink,
    pagination: {
      ...pagination,
      before: (items: readonly unknown[], data: object) => {
        chosen ??= choose(pagination.before(items, data), item =>
          addressOf({ ...data, [pagination.alias]: item }),
        );
        return chosen;
      },
    },
  };
}
