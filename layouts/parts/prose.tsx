import { renderInline, renderMarkdown } from "../../scripts/model/markdown.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

/** Markdown of the content as HTML; markdown-it shows HTML as text and refuses script links. */
export function Prose({ source }: { source: string }) {
  const html = withoutStyles(renderMarkdown(source));
  return html === "" ? null : <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One line of Markdown: a value of a label, a note. */
export function Inline({ source }: { source: string }) {
  const html = renderInline(source);
  return html === source ? (
    <WholeNumbers text={source} />
  ) : (
    <span dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** A strict content policy forbids style attributes; Markdown has one of its own, for the columns of a table. */
function withoutStyles(html: string): string {
  return html.replaceAll(/ style="text-align:(left|right|center)"/g, ' class="$1"');
}
