import type { Column } from "./columns.ts";

/**
 * What every kind of file becomes before anything is recognised in it: paragraphs and tables in the order of the
 * document, each with the place it came from. Nothing here knows whether it was Word, Excel or text out of a PDF.
 */
export type Block = Paragraph | Table | FlatTable;

/** A paragraph of running text, a title, or an item of a list. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** 1-based line of a text or CSV file, row of a sheet, or ordinal of the paragraph of a Word file. */
  readonly line: number;
}

/** A table whose cells the file tells apart. */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
}

/** A row of a table. */
export interface Row {
  readonly cells: readonly Cell[];
  /** As that of a paragraph. */
  readonly line: number;
  /** The row is the first of a page, or stands below a header that was printed again. */
  readonly afterBreak?: boolean;
}

/** A cell of a row; a cell that reaches over several stands in each of them. */
export interface Cell {
  readonly text: string;
  /** The text is that of the merged cell above, which reaches down to this row. */
  readonly carried: boolean;
}

/** A table whose cells a PDF gave out one after another without saying where one ends. */
export interface FlatTable {
  readonly kind: "flat";
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

/** A line of the source with its number, as that of a paragraph. */
interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** A line of plain text. */
export interface Line extends SourceLine {
  /** The first of a page: the text has a form feed before it. */
  readonly isPageStart: boolean;
}

/** A remark about the import: what was found, dropped, put elsewhere or left open, and where in the source. */
export interface Finding {
  readonly kind: FindingKind;
  /** 0 when the whole document is meant. */
  readonly line: number;
  readonly message: string;
}

/** In the order in which the report shows them. */
export const FINDING_KINDS = ["missing", "unresolved", "reading", "lost", "unplaced", "dropped"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Takes down a finding. */
export type Note = (kind: FindingKind, line: number, message: string) => void;

/** A file as it was read. */
export interface SourceDocument {
  readonly blocks: readonly Block[];
  /** What `line` counts. */
  readonly unit: "dòng" | "đoạn";
  /** Notes at the foot of its pages. */
  readonly footnotes?: readonly Footnote[];
}

/** A note at the foot of a page. */
export interface Footnote {
  /** The words that its mark stands behind; empty when no mark leads to it. */
  readonly about: string;
  readonly text: string;
}

/** A cell that no merge reaches into. */
export function cell(text: string): Cell {
  return { text, carried: false };
}

/** Whether a block is no table. */
export function isParagraph(block: Block): block is Paragraph {
  return block.kind === "paragraph";
}

/** Every text of a document with its line, each of a merged cell once. */
export function textsOf({ blocks }: SourceDocument): readonly SourceLine[] {
  return blocks.flatMap((block): readonly SourceLine[] => {
    if (block.kind === "paragraph") return [block];
    if (block.kind === "flat") return block.lines;
    return block.rows.flatMap(({ cells, line }) =>
      cells.filter(({ carried }) => !carried).map(({ text }) => ({ text, line })),
    );
  });
}
