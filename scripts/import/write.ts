import { stringify } from "yaml";
import { TASK_LABELS } from "../model/task-items.ts";
import { offerNames } from "../model/unknown-agency.ts";
import { nameKey } from "../model/vietnamese.ts";
import { formatNames, type Name } from "./agency-cell.ts";
import type { Footnote, Note, SourceDocument } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import type { DraftPart } from "./draft-part.ts";
import { escapeMarks, escapeNumber, joinBlocks, writeTable, writeText } from "./markdown-text.ts";
import type { Namer } from "./names.ts";
import { readMarker } from "./outline.ts";
import type { TaskItem } from "./rows.ts";
import { oneLine, start } from "./words.ts";

/** Where it is said what was read otherwise than it is printed, or could not be read. */
interface Remarks {
  readonly namer: Namer;
  /** For the front matter of the plan. */
  readonly notes: { where: string; printed: string; note: string }[];
  /** For the report of the import. */
  readonly note: Note;
}

/** Stands where the id of the agency belongs until somebody knows it; the check refuses it. */
export const UNKNOWN_AGENCY = "chua-ro";

/** A plan in the canonical format; its front matter explains what was read otherwise than it is printed. */
export function writePlan(
  draft: Draft,
  { unit, footnotes = [] }: Pick<SourceDocument, "unit" | "footnotes">,
  note: Note,
): string {
  const remarks: Remarks = { namer: draft.namer, notes: [], note };
  const body = freeHeadings(draft.parts)
    .map(part => writePart(part, remarks))
    .filter(text => text !== "");
  const blocks = joinBlocks(body);
  const unplaced = draft.unplaced.map(({ text, line }) => `- ${unit} ${line}: ${escapeMarks(oneLine(text))}`);
  const rest =
    unplaced.length === 0
      ? ""
      : `\n\n## Chưa xếp được chỗ\n\nCác đoạn của bản gốc mà việc nhập chưa xếp được; xếp lại rồi bỏ mục này.\n\n${unplaced.join("\n")}`;
  const notes = writeFootnotes(footnotes, note);
  return `---\n${frontMatter(draft, remarks.notes)}---\n${blocks}${notes}${rest}\n`;
}

/** A page of the web has no foot: its notes stand below the plan, each with the words that it is about. */
function writeFootnotes(footnotes: readonly Footnote[], note: Note): string {
  if (footnotes.length === 0) return "";
  note("reading", 0, `${footnotes.length} chú thích cuối trang được đặt ở mục “Chú thích” cuối kế hoạch`);
  const lines = footnotes.map(({ about, text }) =>
    writeText(about === "" ? `- ${text}` : `- “${about}”: ${text}`),
  );
  return `\n\n## Chú thích\n\n${lines.join("\n")}`;
}

/** “I. MỤC ĐÍCH” would take the id I: where a part of the tasks has it, the heading keeps its numeral as mere text. */
function freeHeadings(parts: readonly DraftPart[]): DraftPart[] {
  const taken = new Set(parts.flatMap(part => ("id" in part ? [part.id] : [])));
  return parts.map(part => {
    if (part.kind !== "heading") return part;
    const { kind, number } = readMarker({ kind: "paragraph", text: part.text, line: 0 });
    if (kind !== "roman" && kind !== "letter") return part;
    if (taken.has(number)) return { ...part, text: escapeNumber(part.text) };
    taken.add(number);
    return { ...part, text: part.text.replace(/^(\S+?)[.)/]\s/, "$1. ") };
  });
}

function frontMatter(draft: Draft, notes: readonly object[]): string {
  const [from, to] = draft.years;
  const fields = {
    title: draft.title,
    agency: draft.agency ?? UNKNOWN_AGENCY,
    number: draft.number,
    issued: draft.issued,
    ...(from === to ? { year: from } : { years: [from, to] }),
    state: draft.number !== undefined && draft.issued !== undefined ? "issued" : "draft",
    indices: some(draft.indices),
    targets: some(draft.targets),
    implements: some(draft.basis.implements),
    legal_basis: some(draft.basis.legalBasis),
    signed_by: draft.signer,
    position: draft.position,
    recipients: some(draft.recipients),
    notes: some(notes),
  };
  return stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), {
    lineWidth: 0,
  });
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function writePart(part: DraftPart, remarks: Remarks): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.level)} ${oneLine(part.text)}`;
    case "text":
      return writeText(part.text);
    case "grid":
      return writeTable(part.rows);
    case "section": {
      const heading = `${hashes(part.depth)} ${part.id}. ${oneLine(part.title)}`;
      return part.deadline === ""
        ? heading
        : `${heading}\n- Thời hạn: ${escapeMarks(oneLine(part.deadline))}`;
    }
    case "task":
      return writeTask(part, remarks);
  }
}

function hashes(depth: number): string {
  return "#".repeat(Math.min(depth + 1, 6));
}

const LABEL_OF = Object.fromEntries(Object.entries(TASK_LABELS).map(([label, field]) => [field, label]));

function writeTask(task: TaskItem, remarks: Remarks): string {
  const { namer, note } = remarks;
  const { title, rest } = splitTitle(task.title);
  const lines: string[] = [];
  const add = (field: string, value: string) => {
    if (value !== "") lines.push(`- ${LABEL_OF[field]}: ${value}`);
  };
  const agencies = (cell: string): string => {
    const names = namer.split(cell);
    for (const name of names) noteName(name, task, remarks);
    return formatNames(names);
  };
  for (const pair of task.pairs) {
    if (pair.leads === "" && task.pairs.length > 1 && lines.length > 0)
      note(
        "reading",
        task.line,
        `${task.id}: dòng phối hợp “${start(pair.coordinators)}” không có chủ trì riêng`,
      );
    add("leads", agencies(pair.leads));
    add("coordinators", agencies(pair.coordinators));
  }
  add("deadline", escapeMarks(oneLine(task.deadline).replace(/[.;,\s]+$/, "")));
  add("output", escapeMarks(joinLines(task.output)));
  add("target", escapeMarks(joinLines(task.target)));
  // Without a label the heading would not be a task; its own words may name a time that was not understood.
  if (lines.length === 0) lines.push("- Thời hạn: Không nêu riêng");
  const prose = [
    ...rest,
    ...task.others.map(({ header, text }) =>
      header === "" || header === text ? text : `${header}:${text.startsWith("- ") ? "\n" : " "}${text}`,
    ),
  ].flatMap(text => text.split("\n"));
  // Another sign than that of the labels: a list goes on across empty lines.
  const below = joinBlocks(prose.map(text => writeText(text).replace(/^- /, "* ")));
  return `${hashes(task.depth)} ${task.id}. ${title}\n${lines.join("\n")}${below === "" ? "" : `\n\n${below}`}`;
}

/** What a careful publisher says about a name that is not in the plan as it was printed, or not known. */
function noteName(name: Name, task: TaskItem, { namer, notes, note }: Remarks): void {
  if (name.printed !== undefined) {
    const printed = oneLine(name.printed);
    note("reading", task.line, `${task.id}: “${start(printed)}” đọc là “${name.text}”`);
    notes.push({ where: task.id, printed, note: `Đọc là ${name.text}` });
  } else if (name.agency === undefined) {
    const meant = namer.meant(name.text);
    const printed = start(name.text, 100);
    note(
      "unresolved",
      task.line,
      meant.some(other => nameKey(other) === nameKey(name.text))
        ? `nhiều nơi có cơ quan tên “${printed}”; chạy lại với --agency và mã của cơ quan ban hành`
        : `không có cơ quan tên “${printed}”${meant.length === 0 ? "" : `; ${offerNames(meant)}`}`,
    );
  }
}

/** A heading is one line: bullets and sentences behind the first go below it. */
function splitTitle(text: string): { title: string; rest: string[] } {
  const lines = text
    .split(/\s*\n\s*(?!\p{Ll}(?![.)])|\s)/u)
    .map(line => line.trim())
    .filter(line => line !== "");
  const first = oneLine((lines[0] ?? "").replace(/^[-+•*–]\s*/, ""));
  const others = lines.slice(1);
  if (first.length <= 220) return { title: first.replace(/\s*[.;]$/, ""), rest: others };
  const end = [...first.matchAll(/[.;:]\s+(?=\S)/g)].filter(({ index }) => index > 20 && index < 220).at(0);
  if (end)
    return { title: first.slice(0, end.index), rest: [first.slice(end.index + end[0].length), ...others] };
  const cut = first.slice(0, 160).replace(/\s+\S*$/, "");
  return { title: `${cut}…`, rest: [first, ...others] };
}

/** Lines of a cell as one value: bullets become a list with semicolons. */
function joinLines(text: string): string {
  return text
    .split("\n")
    .map(line => oneLine(line.replace(/^\s*[-+•*–]\s*/, "")))
    .filter(line => line !== "")
    .map((line, i, all) => (i < all.length - 1 ? line.replace(/\s*[;.,]$/, "") : line))
    .map((line, i, all) => (i < all.length - 1 ? `${line}${line.endsWith(":") ? "" : ";"} ` : line))
    .join("");
}
