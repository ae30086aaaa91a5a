import type { Site } from "../model/site.ts";
import { fold } from "../model/vietnamese.ts";
import { type Block, isParagraph, type Note, type Paragraph, type SourceDocument } from "./blocks.ts";
import type { Column } from "./columns.ts";
import { readFlatTable } from "./flat-table.ts";
import { findIssuer, readBasis, readEnding, readNumber, readOpening, readYears } from "./head.ts";
import { isMisread } from "./lost-letters.ts";
import { createNamer, type Namer } from "./names.ts";
import {
  headingNames,
  isClosing,
  isDutyPart,
  openInline,
  readBlockTask,
  readClosingDuty,
  readDuties,
  readLabels,
  readTextCoordinators,
  readTextDeadline,
} from "./narrative.ts";
import { createNumbering } from "./numbering.ts";
import { isHeading, type Node, readOutline } from "./outline.ts";
import { isRecipients } from "./read-text.ts";
import { type Item, readTaskTable, splitSheet, start, toParagraph } from "./rows.ts";

/** A plan as it was recognised, before it is written. */
export interface Draft {
  readonly title: string;
  /** Agency id; undefined when none could be found. */
  readonly agency: string | undefined;
  readonly number: string | undefined;
  readonly issued: string | undefined;
  readonly years: readonly [number, number];
  readonly indices: readonly string[];
  readonly implements: readonly string[];
  readonly legalBasis: readonly string[];
  readonly signer: string | undefined;
  readonly position: string | undefined;
  readonly recipients: readonly string[];
  readonly parts: readonly DraftPart[];
  /** Paragraphs that have no place in a plan. */
  readonly unplaced: readonly Paragraph[];
  readonly namer: Namer;
}

export type DraftPart =
  | Item
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** What the command line adds to the document. */
export interface Hints {
  readonly agency: string | undefined;
  /** Name of the file without folder and ending: the title when the document has none. */
  readonly name: string;
}

/** Recognises a plan in the blocks of a document. Everything that is not plain is noted with its line. */
export function recognisePlan(source: SourceDocument, site: Site, hints: Hints, note: Note): Draft {
  const blocks = source.blocks.flatMap(flattenLayout);
  const { before, ending, after } = cutEnding(blocks);
  const opening = readOpening(before.filter(isParagraph));
  const texts = blocks.flatMap(block => (block.kind === "paragraph" ? [block.text] : []));
  const appendix = after.filter(isParagraph);
  const title = opening.title ?? firstCapitals(texts) ?? hints.name;
  if (opening.title === undefined)
    note("missing", 0, `không thấy dòng “KẾ HOẠCH”; tạm lấy tên “${start(title)}”`);

  const { number, issued } = readNumber(opening.letterhead, [...opening.preamble, ...appendix]);
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
    findAgency(
      opening.letterhead,
      [title, ...opening.preamble.map(({ text }) => text), ...appendix.map(({ text }) => text)],
      site,
      day,
    );
  if (agency === undefined)
    note("missing", 0, "không rõ cơ quan ban hành; chạy lại với --agency và mã trong agencies.csv");
  const namer = createNamer(site.agencies, agency ?? "", day, misread);

  const used = new Set<string>();
  const tables = readTables([...before, ...after], namer, used, note);
  const hasTable = tables.size > 0;
  const basis = readBasis(opening.preamble, site, note);
  const body = readBody(
    before.filter(block => block.kind !== "paragraph" || opening.body.includes(block)),
    tables,
    { hasTable, namer, used, note },
  );
  const end = readEnding(ending);
  const unplaced = [...opening.letterhead.filter(paragraph => !isLetterhead(paragraph.text)), ...end.rest];
  return {
    title,
    agency,
    number,
    issued,
    years,
    indices: findIndices([title, ...opening.preamble.map(({ text }) => text)], [...site.indices.keys()]),
    implements: basis.implements,
    legalBasis: basis.legalBasis,
    signer: end.signer,
    position: end.position,
    recipients: end.recipients,
    parts: [
      ...opening.preamble.map(({ text }): DraftPart => ({ kind: "text", text })),
      ...body,
      ...readAppendix(after, tables),
    ],
    unplaced,
    namer,
  };
}

/** Tables that only hold a letterhead, or recipients beside the signature, become their paragraphs. */
function flattenLayout(block: Block): Block[] {
  if (block.kind !== "table") return [block];
  const sheet = splitSheet(block);
  if (sheet || block.rows.length > 4) return sheet ?? [block];
  const text = fold(block.rows.flatMap(({ cells }) => cells.map(cell => cell.text)).join("\n"));
  if (!/cong hoa xa hoi|noi nhan|^ubnd|^uy ban/.test(text)) return [block];
  const columns = Math.max(...block.rows.map(({ cells }) => cells.length));
  return Array.from({ length: columns }, (_, column) =>
    block.rows.flatMap(({ cells, line }) =>
      (cells[column]?.carried ? "" : (cells[column]?.text ?? ""))
        .split("\n")
        .filter(line => line.trim() !== "")
        .map((text): Paragraph => ({ kind: "paragraph", text: text.trim(), line })),
    ),
  ).flat();
}

/** Cuts the blocks at “Nơi nhận”, and again where an appendix begins behind the signature. */
function cutEnding(blocks: readonly Block[]): {
  before: readonly Block[];
  ending: readonly Paragraph[];
  after: readonly Block[];
} {
  const at = blocks.findIndex(block => block.kind === "paragraph" && isRecipients(block.text));
  if (at < 0) return { before: blocks, ending: [], after: [] };
  const next = blocks.findIndex(
    (block, i) => i > at && (block.kind !== "paragraph" || /^phu luc\b/.test(fold(block.text))),
  );
  const end = next < 0 ? blocks.length : next;
  return {
    before: blocks.slice(0, at),
    ending: blocks.slice(at, end).filter(isParagraph),
    after: blocks.slice(end),
  };
}

function firstCapitals(texts: readonly string[]): string | undefined {
  return texts
    .slice(0, 8)
    .find(
      text =>
        text.length > 20 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text) && !isLetterhead(text),
    );
}

function isLetterhead(text: string): boolean {
  const folded = fold(text);
  return (
    /^(?:cong hoa xa hoi|doc lap|so\s*:|\S.{0,40},\s*ngay|ngay\s|phu luc|du thao|hoa toc|\/)/.test(folded) ||
    /^[-_–—*.=\s]*$/.test(text) ||
    (text === text.toUpperCase() && /\p{Lu}{2}/u.test(text))
  );
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

/** The indices that a plan names. */
function findIndices(texts: readonly string[], known: readonly string[]): string[] {
  const folded = fold(texts.join(" "));
  const words: Record<string, RegExp> = {
    "par-index": /par ?index|chi s.{1,2} cai cach hanh chinh/,
    sipas: /sipas|chi s.{1,2} hai long/,
    papi: /\bpapi\b/,
  };
  return known.filter(id => (words[id] ?? new RegExp(`\\b${id.replaceAll("-", "[ -]")}\\b`)).test(folded));
}

/** Every table of tasks, in the order of the document. */
function readTables(
  blocks: readonly Block[],
  namer: Namer,
  used: Set<string>,
  note: Note,
): Map<Block, readonly Item[]> {
  const tables = new Map<Block, readonly Item[]>();
  let columns: readonly Column[] | undefined;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      columns = undefined;
      continue;
    }
    const table = block.kind === "flat" ? readFlatTable(block, namer, note) : block;
    const header = block.kind === "flat" ? block.columns : columns;
    const read = readTaskTable(table, header, block.kind === "flat", used, note);
    if (!read) continue;
    columns = read.columns;
    tables.set(block, read.items);
  }
  return tables;
}

interface BodyContext {
  readonly hasTable: boolean;
  readonly namer: Namer;
  readonly used: Set<string>;
  readonly note: Note;
}

/** The body of a plan: prose with headings, narrative tasks, duties of agencies, and tables where they stand. */
function readBody(
  blocks: readonly Block[],
  tables: Map<Block, readonly Item[]>,
  context: BodyContext,
): DraftPart[] {
  const parts: DraftPart[] = [];
  let paragraphs: Paragraph[] = [];
  const flush = () => {
    const outline = readOutline(paragraphs).map(openAll);
    const hasBlocks = outline.some(node => hasLabels(node));
    const writer = createBody({ ...context, hasDuties: !context.hasTable && !hasBlocks });
    parts.push(...outline.flatMap(node => writer(node, 2)));
    paragraphs = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      paragraphs.push(block);
      continue;
    }
    flush();
    parts.push(...tableParts(block, tables));
  }
  flush();
  return parts;
}

function openAll(node: Node): Node {
  const open = openInline(node);
  return { ...open, children: open.children.map(openAll) };
}

function hasLabels(node: Node): boolean {
  return readLabels(node) !== undefined || node.children.some(hasLabels);
}

/** Parts of one stretch of paragraphs; numbers go on from one node to the next. */
function createBody({ namer, used, hasDuties, note }: BodyContext & { hasDuties: boolean }) {
  const numbering = createNumbering(used);
  const write = (node: Node, level: number): DraftPart[] => {
    const labels = node.kind === "plain" ? undefined : readLabels(node);
    if (labels) return [readBlockTask(node, labels, numbering)];
    if (hasLabels(node) && isHeading(node) && node.number !== "") {
      const found = numbering.numbered(node.number);
      if (found)
        return [
          { kind: "section", ...found, title: node.text, deadline: "", line: node.line },
          ...node.children.flatMap(child => write(child, level + 1)),
        ];
    }
    if (hasDuties && node.kind === "roman" && isDutyPart(node)) return writeDuties(node);
    return writeProse(node, level);
  };
  const writeProse = (node: Node, level: number): DraftPart[] => {
    const text = `${node.marker} ${node.text}`.trim();
    if (node.kind === "bullet" || node.kind === "plain" || !isHeading(node))
      return [
        { kind: "text", text: node.kind === "bullet" ? `- ${node.text}` : text },
        ...node.children.flatMap(child => write(child, level)),
      ];
    return [
      { kind: "heading", level: Math.min(level, 6), text },
      ...node.children.flatMap(child => write(child, level + 1)),
    ];
  };
  const task = (
    text: string,
    line: number,
    id: { id: string; depth: number },
    leads: string,
    deadline = "",
  ): Item => {
    const coordinators = readTextCoordinators(text, namer);
    return {
      kind: "task",
      id: id.id,
      depth: id.depth,
      title: text,
      deadline: deadline || readTextDeadline(text),
      pairs:
        leads === "" && coordinators === ""
          ? []
          : [{ leads, coordinators: coordinators === leads ? "" : coordinators }],
      output: "",
      target: "",
      others: [],
      line,
    };
  };
  const writeDuties = (part: Node): DraftPart[] => {
    const section = numbering.numbered(part.number);
    if (!section) return writeProse(part, 2);
    const parts: DraftPart[] = [
      { kind: "section", ...section, title: part.text, deadline: "", line: part.line },
    ];
    parts.push(...readDuties(part).map(({ text, line }) => task(text, line, numbering.unnumbered(), "")));
    for (const group of part.children.filter(child => child.kind === "number" || child.kind === "sub")) {
      const found = numbering.numbered(group.number);
      if (!found) continue;
      const leads = headingNames(group, namer);
      const duties = readDuties(group);
      if (duties.length === 0) {
        const known = namer.prefix(group.text);
        parts.push(
          task(group.text, group.line, found, leads || (known ? group.text.slice(0, known.length) : "")),
        );
        continue;
      }
      parts.push({ kind: "section", ...found, title: group.text, deadline: "", line: group.line });
      parts.push(...duties.map(({ text, line }) => task(text, line, numbering.unnumbered(), leads)));
      if (leads === "" && /^(to chuc|phan cong|trach nhiem)/.test(fold(part.text)))
        note("unresolved", group.line, `không nhận ra cơ quan ở “${start(group.text)}”`);
    }
    for (const node of [...part.children, ...part.children.flatMap(({ children }) => children)].filter(
      isClosing,
    )) {
      const duty = readClosingDuty(node);
      if (duty)
        parts.push(task(duty.text, duty.line, numbering.unnumberedBelow(section.id), duty.who, duty.when));
      else parts.push({ kind: "text", text: node.text });
    }
    return parts;
  };
  return write;
}

/** The appendix: its title, and its tables. */
function readAppendix(blocks: readonly Block[], tables: Map<Block, readonly Item[]>): DraftPart[] {
  return blocks.flatMap((block): DraftPart[] => {
    if (block.kind !== "paragraph") return tableParts(block, tables);
    return /^phu luc\b/.test(fold(block.text)) && block.text.length < 120
      ? [{ kind: "heading", level: 2, text: block.text }]
      : [{ kind: "text", text: block.text }];
  });
}

function tableParts(block: Block, tables: Map<Block, readonly Item[]>): DraftPart[] {
  const items = tables.get(block);
  if (items) return [...items];
  if (block.kind !== "table") return [];
  const rows = block.rows.filter(row => row.cells.some(({ text }) => text.trim() !== ""));
  if (rows.every(({ cells }) => cells.filter(({ text }) => text.trim() !== "").length < 2))
    return rows.flatMap(toParagraph).map(({ text }) => ({ kind: "text", text }));
  return [
    {
      kind: "table",
      rows: rows.map(({ cells }) => cells.map(({ text }) => text.replace(/\s*\n\s*/g, "; ").trim())),
    },
  ];
}
