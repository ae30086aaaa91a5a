import type { Item } from "./rows.ts";

/** A part of a recognised plan: a section, task or prose, a heading, or a table of something else. */
export type DraftPart =
  | Item
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "grid"; readonly rows: readonly (readonly string[])[] };
