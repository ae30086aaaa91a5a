import { z } from "zod";
import { parseCsv } from "./csv.ts";
import { names, text } from "./fields.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** An abbreviation of Vietnamese administration (data/abbreviations.csv); one row a meaning. */
export interface Abbreviation {
  readonly abbreviation: string;
  readonly expansion: string;
  readonly kind: string | undefined;
  /** Other ways in which it is written. */
  readonly variants: readonly string[];
  /** Has several meanings (TT, KT …), so a search must not widen it. */
  readonly isAmbiguous: boolean;
  readonly note: string | undefined;
}

const abbreviationFields = z.strictObject({
  abbr: text,
  expansion: text,
  kind: text.optional(),
  variants: names.optional(),
  ambiguous: z.enum(["yes"]).optional(),
  note: text.optional(),
});

/** Reads data/abbreviations.csv. */
export function parseAbbreviations(file: SourceFile | undefined, report: Report): Abbreviation[] {
  return parseCsv(file, abbreviationFields, report).map(({ fields }) => ({
    abbreviation: fields.abbr,
    expansion: fields.expansion,
    kind: fields.kind,
    variants: fields.variants ?? [],
    isAmbiguous: fields.ambiguous === "yes",
    note: fields.note,
  }));
}
