import { closeSync, openSync, readSync } from "node:fs";
import { type Bytes, putBytes } from "./model/bytes.ts";
import { BETWEEN } from "./write-table.ts";

/** The rows of a written table, each as the JSON object that stands in the table's file. */
export interface RowReader {
  /** @param row place in the table, from 0 */
  readonly copy: (row: number, into: Bytes) => void;
  readonly close: () => void;
}

/** Bytes that are read at once while one row after the other is asked for. */
const WINDOW = 1 << 16;

/**
 * Opens the JSON file of a table.
 * @param places where each row begins, and where one more would
 */
export function openRows(path: string, places: readonly number[]): RowReader {
  const file = openSync(path, "r");
  let window = new Uint8Array(WINDOW);
  /** What of the file stands in the window. */
  let from = 0;
  let to = 0;
  return {
    copy(row, into) {
      const [start = 0, next = 0] = [places[row], places[row + 1]];
      const end = next - BETWEEN.length;
      if (start < from || end > to) {
        // Who asks for rows in turn will ask for more of them; of a row out of turn nothing but itself is read.
        const goesOn = start >= from && start <= to + BETWEEN.length;
        const length = goesOn ? Math.max(end - start, WINDOW) : end - start;
        if (length > window.length) window = new Uint8Array(length);
        from = start;
        to = start + readSync(file, window, 0, length, start);
      }
      putBytes(into, window.subarray(start - from, end - from));
    },
    close: () => closeSync(file),
  };
}
