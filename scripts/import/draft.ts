import type { Site } from "../model/site.ts";
import { fold } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import { unwrapDecision } from "./attached-plan.ts";
import { type Basis, readBasis } from "./basis.ts";
import {
  type Block,
  type FlatTable,
  isParagraph,
  type Note,
  type Paragraph,
  type SourceDocument,
  type Table,
} from "./blocks.ts";
import { readBody } from "./body.ts";
import type { Column } from "./columns.ts";
import { joinCutTables } from "./cut-tables.ts";
import type { DraftPart } from "./draft-part.ts";
import { readEnding } from "./ending.ts";
import { readFlatTable } from "./flat-table.ts";
import { findIssuer, readNumber, readOpening, readYears } from "./head.ts";
import { cutEnding, dropPageNumbers, flattenLayout } from "./layout.ts";
import { isMisread } from "./lost-letters.ts";
import { findIndices } from "./named-indices.ts";
import { createNamer, type Namer } from "./names.ts";
import { readTaskRows, readTaskTable } from "./rows.ts";
import { splitSheet, toParagraph } from "./table-header.ts";
import { readTargets, type TargetEntry } from "./targets.ts";
import { isAppendix, isCapitalTitle, start } from "./words.ts";

/** A plan as it was recognised, before it is written. */
export interface Draft {
  readonly title: string;
  /** Agency id; undefined when none could be found. */
  readonly agency: string | undefined;
  readonly number: string | undefined;
  readonly issued: string | undefined;
  readonly years: readonly [number, number];
  readonly indices: readonly string[];
  readonly targets: readonly TargetEntry[];
  readonly basis: Basis;
  readonly signer: string | undefined;
  readonly position: string | undefined;
  readonly recipients: readonly string[];
  readonly parts: readonly DraftPart[];
  /** Paragraphs that have no place in a plan. */
  readonly unplaced: readonly Paragraph[];
  readonly namer: Namer;
}

/** What the command line adds to the document. */
export interface Hints {
  readonly agency: string | undefined;
  /** Name of the file without folder and ending: the title when the document has none. */
  readonly name: string;
}

/** Recognises a plan in the blocks of a document. Everything that is not plain is noted with its line. */
export function recognisePlan(source: SourceDocument, site: Site, hints: Hints, note: Note): Draft {
  const blocks = dropPageNumbers(source.blocks.flatMap(flattenLayout), note);
  const { before, ending, after } = cutEnding(unwrapDecision(blocks));
  // What stands below the first table of tasks is no opening: the appendix of a second sheet keeps its place.
  const firstTable = before.findIndex(isTaskTable);
  const aboveTables = before.slice(0, firstTable < 0 ? before.length : firstTable);
  const opening = readOpening(aboveTables.filter(isParagraph));
  const texts = blocks.flatMap(block => (block.kind === "paragraph" ? [block.text] : []));
  const preamble = opening.preamble.map(({ text }) => text);
  const behind = after.filter(isParagraph);
  const title = opening.title ?? firstCapitals(texts) ?? hints.name;
  if (opening.title === undefined)
    note("missing", 0, `không thấy dòng “KẾ HOẠCH”; tạm lấy tên “${start(title)}”`);

  const { number, issued } = readNumber(opening.letterhead, [...opening.preamble, ...behind]);
  if (number === undefined) note("missing", 0, "không thấy số, ký hiệu văn bản; khi có thì thêm khóa number");
  if (issued === undefined) note("missing", 0, "không thấy ngày ban hành; khi có thì thêm khóa issued");
  const found = readYears(title, issued, texts);
  const thisYear = Number(site.asOf.slice(0, 4));
  const years = found?.years ?? [thisYear, thisYear];
  if (!found) note("missing", 0, `không thấy năm của kế hoạch; tạm ghi ${thisYear}`);
  else if (found.isGuess)
    note(
      "reading",
      0,
      `tên kế hoạch không có năm; lấy năm ${years[0]} theo ngày muộn nhất nêu trong văn bản`,
    );

  const misread = isMisread(texts);
  const day = issued ?? `${years[0]}-01-01`;
  const agency =
    hints.agency ??
    findAgency(opening.letterhead, [title, ...preamble, ...behind.map(({ text }) => text)], site, day);
  if (agency === undefined)
    note(
      "missing",
      0,
      "không rõ cơ quan ban hành; chạy lại với --agency và mã trong agencies.csv, hoặc thêm cơ quan bằng npm run new -- agency trước",
    );
  const namer = createNamer(site.agencies, agency ?? "", day, misread);

  const used = new Set<string>();
  const hasTable = blocks.some(isTaskTable);
  const inBody = new Set(opening.body);
  // A table above the title is one of the web page, and says what the page knows of the plan.
  const lastAbove = opening.letterhead.at(-1);
  const top = lastAbove ? before.indexOf(lastAbove) : -1;
  const body = readBody(
    before.filter(
      (block, i) => i >= aboveTables.length || (block.kind === "paragraph" ? inBody.has(block) : i > top),
    ),
    { hasTable, namer, used, note },
  );
  const appendix = after.map(block => (isParagraph(block) ? readAppendixLine(block) : block));
  const end = readEnding(ending);
  for (const { text, line } of opening.letterhead)
    if (isLetterhead(text)) note("dropped", line, `phần đầu văn bản “${start(text)}”`);
  const above = before.slice(0, top + 1).flatMap(block => (block.kind === "table" ? block.rows : []));
  const unplaced = [
    ...[...above.flatMap(toParagraph), ...opening.letterhead]
      .filter(({ text }) => !isLetterhead(text))
      .sort((a, b) => a.line - b.line),
    ...end.rest,
  ];
  return {
    title,
    agency,
    number,
    issued,
    years,
    indices: findIndices([title, ...preamble], [...site.indices.keys()]),
    targets: readTargets(body.flatMap(lineOf), years, site.indices, note),
    basis: readBasis(opening.preamble, number, site, namer, note),
    signer: end.signer,
    position: end.position,
    recipients: end.recipients,
    parts: [
      ...preamble.map((text): DraftPart => ({ kind: "text", text })),
      ...fillTables([...body, ...appendix], namer, used, note),
    ],
    unplaced,
    namer,
  };
}

function isTaskTable(block: Block): boolean {
  return block.kind === "flat" || (block.kind === "table" && splitSheet(block) !== undefined);
}

/** The first line in capitals that is no letterhead, without the “PHỤ LỤC I” in front. */
function firstCapitals(texts: readonly string[]): string | undefined {
  return texts
    .slice(0, 8)
    .map(text => text.replace(/^phụ lục\s*(?:số\s*)?(?:\d+|[IVX]+)?\s*[.:–-]?\s*/iu, ""))
    .find(
      text => text.length > 20 && isCapitalTitle(text) && !FORM.test(fold(text)) && !looksLikeAgency(text),
    );
}

const FORM =
  /^(?:cong hoa xa hoi|doc lap|so\s*:|\S.{0,40},\s*ngay|ngay\s|\d{1,2} thang \d|\d+\/kh-\S+$|phu luc|du thao|hoa toc|\/)/;

function isLetterhead(text: string): boolean {
  return FORM.test(fold(text)) || /^[-_–—*.=\s]*$/.test(text) || isCapitalTitle(text);
}

function findAgency(
  letterhead: readonly Paragraph[],
  texts: readonly string[],
  site: Site,
  day: string,
): string | undefined {
  return findIssuer(
    { letterhead, texts },
    site.agencies,
    (name, within) => createNamer(site.agencies, within, day, false).find(name)?.id,
  );
}

/** A part of prose as it may promise something; what is in tables are tasks. */
function lineOf(part: DraftPart | Table | FlatTable) {
  if (part.kind === "text") return [{ text: part.text, isHeading: false }];
  if (part.kind === "section") return [{ text: part.title, isHeading: true }];
  return part.kind === "heading" ? [{ text: part.text, isHeading: true }] : [];
}

/** Reads tables where they stand; one right behind another may go on under its header. */
function fillTables(
  parts: readonly (DraftPart | Table | FlatTable)[],
  namer: Namer,
  used: Set<string>,
  note: Note,
): DraftPart[] {
  let columns: readonly Column[] | undefined;
  let isBelowTasks = false;
  const other = (made: readonly DraftPart[]) => {
    columns = undefined;
    const whole = isBelowTasks ? [...headingBelow(made[0], note), ...made.slice(1)] : made;
    isBelowTasks = false;
    return whole;
  };
  return joinCutTables(parts, note).flatMap((part): readonly DraftPart[] => {
    if (part.kind === "flat") {
      isBelowTasks = true;
      columns = part.columns;
      return readTaskRows(readFlatTable(part, namer, note).rows, columns, used, note);
    }
    const read = part.kind === "table" ? readTaskTable(part, columns, used, note) : undefined;
    if (!read) return other(part.kind === "table" ? readGrid(part) : [part]);
    isBelowTasks = true;
    columns = read.columns;
    return read.items;
  });
}

/** What stands right below a table of tasks would be read as words of the last of them, unless a heading comes between. */
function headingBelow(part: DraftPart | undefined, note: Note): DraftPart[] {
  if (part?.kind !== "text" && part?.kind !== "grid") return part ? [part] : [];
  const text = part.kind === "text" ? part.text : (part.rows[0] ?? []).join(" ");
  if (part.kind === "text" && isAppendixLine(text)) return [{ kind: "heading", level: 2, text }];
  note("reading", 0, `“${start(text)}” đứng sau bảng nhiệm vụ, được đặt dưới tiêu đề “${BELOW_TASKS}”`);
  return [{ kind: "heading", level: 2, text: BELOW_TASKS }, part];
}

const BELOW_TASKS = "Phần sau bảng nhiệm vụ";

/** A table of something else stays a table; one of a single column is text. */
function readGrid({ rows }: Table): DraftPart[] {
  const filled = rows.filter(row => row.cells.some(({ text }) => text.trim() !== ""));
  if (filled.every(({ cells }) => cells.filter(({ text }) => text.trim() !== "").length < 2))
    return filled.flatMap(toParagraph).map(({ text }) => ({ kind: "text", text }));
  return [
    {
      kind: "grid",
      rows: filled.map(({ cells }) => cells.map(({ text }) => text.replace(/(?<!\s)\s*\n\s*/g, "; ").trim())),
    },
  ];
}

function readAppendixLine({ text }: Paragraph): DraftPart {
  return isAppendixLine(text) ? { kind: "heading", level: 2, text } : { kind: "text", text };
}

/** Whether a line is the name of an appendix, and no sentence about one. */
function isAppendixLine(text: string): boolean {
  return isAppendix(text) && text.length < 120;
}
