import { cell, type Line, type Note, type Row, type Table } from "./blocks.ts";
import { readHeader } from "./columns.ts";
import { isNumber } from "./numbering.ts";

interface Run {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A table that a PDF kept in columns of spaces: the runs of the header tell where each column stands, and every run
 * below belongs to the column it overlaps most.
 * @param headerLines how many lines the header takes
 * @returns undefined when the lines are not laid out in columns
 */
export function readAligned(lines: readonly Line[], headerLines: number, note: Note): Table | undefined {
  const header = lines.slice(0, headerLines).flatMap(({ text }) => runsOf(text));
  if (!lines.slice(0, headerLines).some(({ text }) => runsOf(text).length > 2)) return undefined;
  const columns = spread(header);
  const names = columns.map(({ runs }) => runs.map(({ text }) => text).join(" "));
  if (!readHeader(names)) return undefined;
  const body = lines.slice(headerLines).filter(({ text }) => text.trim() !== "");
  const several = body.filter(({ text }) => runsOf(text).length > 1).length;
  if (several * 2 < body.length) return undefined;

  const line = lines[0]?.line ?? 1;
  const rows: { cells: string[]; line: number; afterBreak: boolean }[] = [
    { cells: names, line, afterBreak: false },
  ];
  const titles: string[] = [];
  let isGap = true;
  for (const { text, line, isPageStart } of lines.slice(headerLines)) {
    if (text.trim() === "") {
      isGap = true;
      continue;
    }
    const cells = columns.map(() => "");
    for (const run of runsOf(text)) {
      const at = nearest(columns, run);
      cells[at] = `${cells[at]} ${run.text}`.trim();
    }
    const last = rows.at(-1);
    if (isNumber(cells[0] ?? "")) titles.push(cells[1] ?? "");
    const begins = isNumber(cells[0] ?? "") || (isGap && cells.filter(value => value !== "").length > 2);
    if (!last || rows.length === 1 || begins || isPageStart)
      rows.push({ cells, line, afterBreak: isPageStart });
    else last.cells = last.cells.map((value, i) => `${value} ${cells[i] ?? ""}`.trim());
    isGap = false;
  }
  tellCentred(titles, line, note);
  return {
    kind: "table",
    rows: rows.map(({ cells, line, afterBreak }): Row => ({ cells: cells.map(cell), line, afterBreak })),
  };
}

/**
 * Says where rows may have run into each other: of cells that are centred, the number of a row stands beside the middle of
 * its words, and the lines above it look like the end of the row before.
 * @param titles what stands beside each number
 */
function tellCentred(titles: readonly string[], line: number, note: Note): void {
  const cut = titles.filter(title => /^(?:\p{Ll}|$)/u.test(title));
  if (cut.length * 4 >= titles.length && cut.length > 1)
    note(
      "reading",
      line,
      `${cut.length}/${titles.length} hàng của bảng bắt đầu giữa câu, như “${cut.find(Boolean) ?? ""}”: chữ của các hàng có thể đã lẫn vào nhau; nhập từ tệp Word hoặc Excel, hoặc xem lại từng nhiệm vụ`,
    );
}

/** Pieces of a line that two spaces or more keep apart. */
function runsOf(text: string): Run[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(match => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

interface Span {
  from: number;
  to: number;
  runs: Run[];
}

/** Runs of several header lines that overlap stand in one column. */
function spread(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    const span = spans.find(({ from, to }) => run.from < to && run.to > from);
    if (span) {
      span.from = Math.min(span.from, run.from);
      span.to = Math.max(span.to, run.to);
      span.runs.push(run);
    } else spans.push({ from: run.from, to: run.to, runs: [run] });
  }
  return spans.sort((a, b) => a.from - b.from);
}

function nearest(columns: readonly Span[], run: Run): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, { from, to }] of columns.entries()) {
    const overlap = Math.min(to, run.to) - Math.max(from, run.from);
    if (overlap > most) {
      most = overlap;
      best = i;
    }
  }
  return best;
}
