import type { Item } from "./rows.ts";

/** A part of a recognised plan: a section or task, a heading, prose, or a table of something else. */
export type DraftPart =
  | Item
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "grid"; readonly rows: readonly (readonly string[])[] };
