import type { VNode } from "preact";
import { type ClientTags, swapTags } from "./client-tags.ts";
import { renderHtml, renderPage } from "./render.ts";

/** Room for most pages; longer ones make more. */
const ROOM = 300_000;

/**
 * Turns the pages of a template into bytes, as TSX or as the text of what is no page. Each stands in the memory of the one
 * before: Eleventy holds on to the bytes of every page, but it writes one page of a template before it asks for the next.
 * @param client tags of the built client code; without them pages ask the dev server for its sources
 */
export function pageWriter(
  pathPrefix: string,
  client: ClientTags | undefined,
): (made: VNode | string, path: string) => Buffer {
  let buffer = Buffer.allocUnsafe(ROOM);
  let length = 0;
  const write = (text: string) => {
    // Most texts fit even if each letter took three bytes; of the others the bytes are counted.
    const most = length + text.length * 3;
    const needed = most > buffer.length ? length + Buffer.byteLength(text) : most;
    if (needed > buffer.length) {
      const larger = Buffer.allocUnsafe(needed * 1.5);
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
    length += buffer.write(text, length);
  };
  return (made, path) => {
    length = 0;
    if (typeof made === "string") {
      // What is no page (a feed) names its addresses in full.
      write(made);
      return buffer.subarray(0, length);
    }
    // Tags of client code stand in the head, which is mended as a whole.
    let head = "";
    let isBody = false;
    renderPage(made, html => {
      if (isBody) return write(withPrefix(html, pathPrefix));
      head += html;
      const end = head.indexOf("</head>");
      if (end < 0) return;
      isBody = true;
      const start = withPrefix(head.slice(0, end), pathPrefix);
      write(client ? swapTags(start, client, path) : start);
      write(withPrefix(head.slice(end), pathPrefix));
    });
    if (!isBody) throw new Error(`${path} has no head`);
    return buffer.subarray(0, length);
  };
}

/** A part of a page that is put in after the page was written, with the links that it would have there. */
export function renderPart(part: VNode, pathPrefix: string): string {
  return withPrefix(renderHtml(part), pathPrefix);
}

/** A whole page that is written after the others. */
export function renderDocument(page: VNode, pathPrefix: string): string {
  let html = "";
  renderPage(page, portion => {
    html += portion;
  });
  return withPrefix(html, pathPrefix);
}

/** Pages and content link from the root of the site; a site in a sub-folder has the folder put in front. */
function withPrefix(html: string, pathPrefix: string): string {
  return pathPrefix === "/" ? html : html.replace(/(\s(?:href|src|action)=")\/(?!\/)/g, `$1${pathPrefix}`);
}
