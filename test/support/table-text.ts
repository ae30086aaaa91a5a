import { gatherBytes } from "../../scripts/model/bytes.ts";
import type { Cell, Table } from "../../scripts/model/table.ts";
import { rowWriter } from "../../scripts/model/table-text.ts";

/** Rows of a table in each of its texts, without what stands around the rows in a file. */
export function writeRows(table: Pick<Table, "row">, rows: Iterable<Readonly<Record<string, Cell>>>) {
  const texts = { csv: gatherBytes(), excel: gatherBytes(), json: gatherBytes() };
  const write = rowWriter(table, texts);
  const objects: string[] = [];
  for (const row of rows) {
    write(row);
    objects.push(decode(texts.json));
    texts.json.length = 0;
  }
  return { csv: decode(texts.csv), excel: decode(texts.excel), json: `[${objects.join()}]` };
}

function decode({ data, length }: { readonly data: Uint8Array; readonly length: number }): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(data.subarray(0, length));
}
