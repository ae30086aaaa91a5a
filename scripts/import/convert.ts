import { documentDirectory } from "../model/document.ts";
import { parsePlan } from "../model/plan.ts";
import { collectProblems } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { type Finding, isParagraph, type Note, type SourceDocument, textsOf } from "./blocks.ts";
import { type Draft, type Hints, recognisePlan } from "./draft.ts";
import { findLostLetters, isMisread } from "./lost-letters.ts";
import type { Namer } from "./names.ts";
import type { ImportReport } from "./report.ts";
import type { TaskItem } from "./rows.ts";
import { start } from "./words.ts";
import { writePlan } from "./write.ts";

/** A plan as text, and everything that is to be said about how it came about. */
interface Converted {
  readonly markdown: string;
  readonly agency: string | undefined;
  /** Names in the tasks that no agency has or is nearly called. */
  readonly unknown: readonly string[];
  /** Rows of documents.csv for what the plan stands on and the site does not know. */
  readonly documents: Draft["basis"]["unknown"];
  readonly report: Omit<ImportReport, "source" | "target" | "problems" | "rows">;
}

/** Turns a document into a plan. Pure: the same document, site and hints give the same text. */
export function convert(
  source: SourceDocument,
  site: Site,
  hints: Hints,
  { findings, note }: { findings: readonly Finding[]; note: Note },
): Converted {
  const draft = recognisePlan(source, site, hints, note);
  for (const { text, line } of draft.unplaced) note("unplaced", line, `“${start(text, 120)}”`);
  const texts = textsOf(source);
  const misread = isMisread(texts.map(({ text }) => text));
  noteColumns(source, note);
  const tasks = draft.parts.filter(part => part.kind === "task");
  if (tasks.length === 0)
    note(
      "missing",
      0,
      "không nhận ra nhiệm vụ nào; bảng nhiệm vụ cần một dòng tên cột, như: TT, Nhiệm vụ, Chủ trì, Phối hợp, Thời hạn, Sản phẩm",
    );
  return {
    markdown: writePlan(draft, source, note),
    agency: draft.agency,
    unknown: namesIn(tasks, draft.namer).filter(name => draft.namer.meant(name).length === 0),
    documents: draft.basis.unknown,
    report: {
      unit: source.unit,
      counts: {
        tasks: tasks.length,
        sections: draft.parts.filter(part => part.kind === "section").length,
        leads: tasks.filter(({ pairs }) => pairs.some(({ leads }) => leads !== "")).length,
        deadlines: tasks.filter(({ deadline }) => deadline !== "").length,
      },
      findings,
      lost: misread ? [] : findLostLetters(texts),
      isMisread: misread,
    },
  };
}

/** Names of agencies in tasks that nobody has, each once. */
function namesIn(tasks: readonly TaskItem[], namer: Namer): string[] {
  const cells = tasks.flatMap(({ pairs }) => pairs.flatMap(pair => [pair.leads, pair.coordinators]));
  const names = cells.flatMap(cell => namer.split(cell)).filter(({ agency }) => agency === undefined);
  return [...new Set(names.map(({ text }) => text))];
}

/** Words, then many spaces, then words again, as where two columns stood side by side. */
const WIDE_GAP = /\p{Ll}[^\s]* {4,}\S+ \S+ \S+/gu;
/** One or two are a blank that was left for a hand to fill. */
const FEWEST_GAPS = 5;

/** Says where the words of two columns may stand in one sentence, as programs that read a PDF line by line leave them. */
function noteColumns({ blocks }: SourceDocument, note: Note): void {
  const gaps = blocks
    .filter(isParagraph)
    .flatMap(({ text, line }) => (text.match(WIDE_GAP) ?? []).map(words => ({ words, line })));
  const [first] = gaps;
  if (first && gaps.length >= FEWEST_GAPS)
    note(
      "reading",
      first.line,
      `${gaps.length} chỗ có khoảng trống rộng giữa câu, như “${start(first.words)}”; nếu bản gốc chia hai cột thì chữ hai cột đã lẫn vào nhau, cần tách cột rồi nhập lại`,
    );
}

/** What the project's own parser says of the plan that was written. */
export function checkPlan(markdown: string, path: string, site: Site) {
  const { report, problems } = collectProblems();
  const plan = parsePlan(
    { path, name: path, text: markdown },
    {
      agencies: site.agencies,
      documents: documentDirectory(site.documents),
      indices: site.indices,
    },
    report,
  );
  return { plan, problems };
}
