import Papa from "papaparse";
import { SEPARATOR_LINE } from "../model/csv.ts";
import { cell, type Note, type Row, type SourceDocument } from "./blocks.ts";
import { cleanText } from "./clean.ts";

/** A CSV or TSV table; `,`, `;` and tabs are told apart by what stands in it. */
export function readCsv(written: string, note: Note): SourceDocument {
  const text = written.replace(SEPARATOR_LINE, "\n");
  const rows: Row[] = [];
  let line = 1;
  let offset = 0;
  Papa.parse<string[]>(text, {
    delimiter: likelyDelimiter(text),
    skipEmptyLines: false,
    step: ({ data, meta }) => {
      if (data.some(value => value.trim() !== ""))
        rows.push({ cells: data.map(value => cell(cleanText(value, line, note).trim())), line });
      for (; offset < meta.cursor; offset++) if (text.charCodeAt(offset) === 10) line++;
    },
  });
  return { blocks: [{ kind: "table", rows }], unit: "dòng" };
}

/** The sign that parts most lines into the same number of cells. */
function likelyDelimiter(text: string): string {
  const lines = text.split("\n", 60).filter(line => line.trim() !== "");
  const count = (sign: string) => lines.filter(line => line.split(sign).length > 2).length;
  const [best = ","] = ["\t", ";", ","].sort((a, b) => count(b) - count(a));
  return best;
}
