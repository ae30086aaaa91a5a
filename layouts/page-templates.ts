import type { EleventyConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Settings } from "../scripts/load.ts";

type Page = { page: { outputPath: string | false } };
type PageModule = { default: (data: Page) => VNode | string };

/**
 * Teaches Eleventy the page templates of layouts/pages: a module with `data` (pagination, permalink) and a default
 * function from data to TSX, or to text for files that are not HTML.
 *
 * Eleventy keeps what a template returns until the whole site is written. So a page is rendered only in the transform
 * right before it is written, and handed over as bytes, outside the JavaScript heap: 10,000 long pages stay small.
 */
export function pageTemplates(config: EleventyConfig, { pathPrefix }: Settings): void {
  const waiting = new Map<string, () => string>();
  const written = new Map<string, ArrayBuffer>();
  config.addTemplateFormats(["11ty.tsx", "11ty.ts"]);
  config.addExtension(["11ty.tsx", "11ty.ts"], {
    key: "11ty.js",
    compile: async (_: unknown, inputPath: string) => {
      const module = (await import(
        new URL(`../${inputPath.replace(/^\.\//, "")}`, import.meta.url).href
      )) as PageModule;
      return (data: Page) => {
        if (data.page.outputPath !== false)
          waiting.set(data.page.outputPath, () => renderPage(module.default(data)));
        return "";
      };
    },
  });
  config.addTransform("render", function (content) {
    const render = waiting.get(this.page.outputPath || "");
    if (!render) return content;
    waiting.delete(this.page.outputPath || "");
    // Eleventy holds on to the bytes of every page, but it writes one page of a template before it asks for the next:
    // what was written can be given back.
    const before = written.get(this.page.inputPath);
    if (before) structuredClone(before, { transfer: [before] });
    // What is no page (a feed) names its addresses in full.
    const isPage = String(this.page.outputPath).endsWith(".html");
    const { buffer } = new TextEncoder().encode(isPage ? withPrefix(render(), pathPrefix) : render());
    written.set(this.page.inputPath, buffer);
    return Buffer.from(buffer);
  });
}

/** A part of a page that is put in after the page was written, with the links that it would have there. */
export function renderPart(part: VNode, pathPrefix: string): string {
  return withPrefix(renderToString(part), pathPrefix);
}

/** A whole page that is written after the others. */
export function renderDocument(page: VNode, pathPrefix: string): string {
  return withPrefix(renderPage(page), pathPrefix);
}

function renderPage(page: VNode | string): string {
  return typeof page === "string" ? page : `<!doctype html>\n${renderToString(page)}\n`;
}

/** Pages and content link from the root of the site; a site in a sub-folder has the folder put in front. */
function withPrefix(html: string, pathPrefix: string): string {
  return pathPrefix === "/" ? html : html.replace(/(\s(?:href|src|action)=")\/(?!\/)/g, `$1${pathPrefix}`);
}
