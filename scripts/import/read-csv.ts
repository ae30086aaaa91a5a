import { cutRows, isBlank, SEPARATOR_LINE } from "../model/csv-rows.ts";
import { cell, type Note, type SourceDocument } from "./blocks.ts";
import { cleanText } from "./clean.ts";

/** A CSV or TSV table; `,`, `;` and tabs are told apart by what stands in it. */
export function readCsv(written: string, note: Note): SourceDocument {
  const text = written.replace(SEPARATOR_LINE, "\n");
  const rows = cutRows(text, likelyDelimiter(text))
    .filter(({ cells }) => !isBlank(cells))
    .map(({ cells, line }) => ({
      cells: cells.map(value => cell(cleanText(value, line, note).trim())),
      line,
    }));
  return { blocks: [{ kind: "table", rows }], unit: "dòng" };
}

/** The sign that parts most lines into the same number of cells. */
function likelyDelimiter(text: string): string {
  const lines = text.split("\n", 60).filter(line => line.trim() !== "");
  const count = (sign: string) => lines.filter(line => line.split(sign).length > 2).length;
  const [best = ","] = ["\t", ";", ","].sort((a, b) => count(b) - count(a));
  return best;
}
