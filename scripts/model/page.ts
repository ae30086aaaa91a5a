import { z } from "zod";
import { text } from "./fields.ts";
import { parseMarkdownFile } from "./front-matter.ts";
import type { Prose } from "./markdown.ts";
import type { Report } from "./problem.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";

/** A page of prose (content/pages) or a dashboard, prose with chart blocks (content/dashboards). */
export interface Page {
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly prose: Prose;
}

/** Front matter of a page or a dashboard. */
export const pageFields = z.strictObject({ title: text, description: text.optional() });

/** Reads a prose page or dashboard. */
export function parsePage(file: SourceFile, report: Report): Page | undefined {
  const parsed = parseMarkdownFile(file, pageFields, report);
  if (!parsed?.front) return undefined;
  return {
    slug: fileSlug(file.name),
    path: file.path,
    title: parsed.front.fields.title,
    description: parsed.front.fields.description,
    prose: { source: parsed.body, line: parsed.bodyLine },
  };
}
