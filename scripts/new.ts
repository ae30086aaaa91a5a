import { posix } from "node:path";
import { parseArgs } from "node:util";
import { ask, askOne, inVietnamese, type Terminal } from "./ask.ts";
import { agencyProblems, checkSources } from "./check.ts";
import { isStarted, runCommand } from "./command.ts";
import { appendLine, formatRow } from "./edit-table.ts";
import { loadSources, type Sources } from "./load.ts";
import { cutTable } from "./model/csv-rows.ts";
import { type Draft, draftOf, neverReported } from "./model/draft.ts";
import { FORMAT_NAMES, fieldsOf } from "./model/format.ts";
import { formatProblem } from "./model/problem.ts";
import { type Answers, NEW_KINDS, type NewKind, type Question, questionsOf } from "./model/question.ts";
import type { Site } from "./model/site.ts";
import { suggest } from "./model/vietnamese.ts";
import { readSettings, type Settings } from "./settings.ts";
import { isThere, writeWhole } from "./write.ts";

const KINDS: Record<NewKind, string> = {
  plan: "Kế hoạch",
  update: "Báo cáo tình hình thực hiện",
  page: "Trang văn",
  dashboard: "Bảng điều khiển",
  agency: "Cơ quan: một dòng của data/agencies.csv",
  result: "Kết quả chỉ số: một dòng của data/results",
};

/** Every key of every format takes a value; what a kind does not know is reported later, by name. */
const FLAGS = Object.fromEntries(
  [...FORMAT_NAMES.flatMap(name => fieldsOf(name).map(({ key }) => key)), "slug", "tasks", "index"].flatMap(
    key => [key, key.replaceAll("_", "-")].map(name => [name, { type: "string" as const }]),
  ),
);

/** What came of a run: sentences for the editor, and whether something was made. */
interface Outcome {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/**
 * Makes a plan, report, page or dashboard, or adds an agency or a result. What flags do not say is asked on the
 * terminal, or, without one, is missing. Nothing is written that the checker would refuse, and no file is replaced.
 * @param args the words after `npm run new --`
 * @param terminal undefined = nobody is there to answer
 */
export async function createNew(
  args: readonly string[],
  settings: Settings,
  terminal: Terminal | undefined,
): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: FLAGS,
    allowPositionals: true,
    strict: false,
  });
  const named = positionals[0] ?? (terminal && (await askOne("Tạo gì?", KINDS, terminal)));
  const kind = Object.keys(KINDS).find((known): known is NewKind => known === named);
  if (kind === undefined) return failed(kindMissing(named));
  if (settings.problems.length > 0) return failed(...settings.problems.map(formatProblem));
  const sources = await loadSources(settings);
  const before = checkSources(sources, settings.asOf);
  // Of a table that nobody can read, each id would be told as unknown.
  const unread = before.site.agencies.all.length === 0 ? agencyProblems(before.problems, settings) : [];
  if (unread.length > 0) return failed(...unread);
  const questions = questionsOf(kind, before.site, settings.asOf);
  const { flags, wrong } = readFlags(values, questions);
  if (wrong.length > 0) return failed(...wrong);
  const extra = positionals.slice(1).join(" ");
  if (extra !== "") return failed(`thừa “${extra}”; đặt giá trị có dấu cách trong ngoặc kép "…"`);
  const answers = await answer(questions, flags, terminal);
  if (answers === undefined) return failed("Đã dừng; chưa ghi gì.");
  if (Array.isArray(answers)) return failed(...answers);

  const draft = draftOf(kind, answers, before.site);
  const made = await place(draft, sources, settings);
  // Nobody should have to answer everything again for one answer that does not go with the site.
  const again = terminal ? [`Sửa chỗ sai trong dòng này rồi chạy lại:\n${asCommand(kind, answers)}`] : [];
  if ("problem" in made) return failed(made.problem, ...again);
  const known = new Set(before.problems.map(formatProblem));
  const { problems } = checkSources(made.sources, settings.asOf);
  const added = problems.map(formatProblem).filter(line => !known.has(line));
  if (added.length > 0) return failed(...added, "Chưa ghi gì.", ...again);
  await made.write();
  return { isDone: true, lines: [`Đã ghi ${made.path}`, ...advice(kind, answers, before.site)] };
}

function failed(...lines: string[]): Outcome {
  return { isDone: false, lines };
}

/** The command that gives the same answers as flags. */
function asCommand(kind: NewKind, answers: Answers): string {
  const flags = Object.entries(answers).map(([key, typed]) => `--${key} "${typed.replaceAll('"', '\\"')}"`);
  return `npm run new -- ${kind} ${flags.join(" ")}`;
}

function kindMissing(named: string | undefined): string {
  const kinds = Object.keys(NEW_KINDS);
  return named === undefined
    ? `cần nói tạo gì: npm run new -- ${kinds.join(" | ")}`
    : `không tạo được “${named}”; ${suggest(named, kinds, `dùng một trong: ${kinds.join(", ")}`)}`;
}

/** Flags by the key of their question; `--short-name` is `short_name`. */
function readFlags(
  values: Readonly<Record<string, unknown>>,
  questions: readonly Question[],
): { flags: Answers; wrong: string[] } {
  const flags: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const question = questions.find(({ key }) => key === name.replaceAll("-", "_"));
    const names = questions.map(({ key }) => `--${key}`);
    if (!question)
      wrong.push(
        `không có lựa chọn --${name}; ${suggest(`--${name}`, names, `các lựa chọn: ${names.join(", ")}`)}`,
      );
    else if (typeof value !== "string" || value.trim() === "")
      wrong.push(`--${name}: thiếu giá trị; viết --${name} "${question.example}"`);
    else {
      const refusal = question.check(value.trim());
      if (refusal !== undefined) wrong.push(`--${name}: ${refusal}`);
      flags[question.key] = value.trim();
    }
  }
  return { flags, wrong };
}

/** Answers to all questions; the sentences about what is missing; or undefined when the editor gave up. */
async function answer(
  questions: readonly Question[],
  flags: Answers,
  terminal: Terminal | undefined,
): Promise<Answers | string[] | undefined> {
  const answers: Record<string, string> = {};
  const missing: string[] = [];
  for (const question of questions) {
    const { key, isRequired, title, example, initial, unless } = question;
    // With flags the editor has said what there is to say; only what cannot be left out is asked.
    const isMoot = unless !== undefined && answers[unless] !== undefined;
    const isAsked = terminal && !isMoot && (isRequired || Object.keys(flags).length === 0);
    const typed =
      flags[key] ??
      (isAsked ? await ask(question, { ...flags, ...answers }, terminal) : initial({ ...flags, ...answers }));
    if (isAsked && typed === undefined) return undefined;
    if (typed) answers[key] = typed;
    else if (isRequired) missing.push(`thiếu --${key} (${title}); ví dụ --${key} "${example}"`);
  }
  return missing.length > 0 ? missing : answers;
}

interface Placed {
  readonly path: string;
  /** All sources as they would be. */
  readonly sources: Sources;
  readonly write: () => Promise<void>;
}

/** Where a draft goes, and how everything would look with it. */
async function place(
  draft: Draft,
  sources: Sources,
  settings: Settings,
): Promise<Placed | { problem: string }> {
  const { name } = draft;
  const path = posix.join(draft.kind === "file" ? settings.contentDir : settings.dataDir, name);
  const add = (list: Sources["data"], text: string) => [
    ...list.filter(file => file.name !== name),
    { path, name, text },
  ];
  if (draft.kind === "file") {
    if (await isThere(path)) return { problem: `đã có tệp ${path}; mở tệp đó, hoặc chọn tên khác` };
    const content = add(sources.content, draft.text);
    return { path, sources: { ...sources, content }, write: () => writeWhole(path, draft.text) };
  }
  // A table that nobody can read would be begun anew, and its rows be lost.
  const unread = sources.problems.find(({ file }) => file === path);
  if (unread) return { problem: formatProblem(unread) };
  const table = sources.data.find(file => file.name === name)?.text;
  const { columns, delimiter } =
    table === undefined ? { columns: draft.columns, delimiter: "," } : cutTable(table);
  const absent = Object.keys(draft.row).find(key => key !== "index" && !columns.includes(key));
  if (absent !== undefined)
    return { problem: `${path}: bảng không có cột “${absent}”; thêm cột này vào dòng đầu của bảng` };
  const line = formatRow(columns, draft.row, delimiter);
  const head = `${columns.join(delimiter)}\n`;
  const data = add(sources.data, `${(table ?? head).replace(/\n?$/, "\n")}${line}\n`);
  const write = () => (table === undefined ? writeWhole(path, `${head}${line}\n`) : appendLine(path, line));
  return { path, sources: { ...sources, data }, write };
}

/** How many ids a line names before it breaks off. */
const SHOWN = 12;

/** What the editor should look at next. */
function advice(kind: NewKind, answers: Answers, site: Site): string[] {
  if (kind === "agency" || kind === "result") return [];
  const next = "Mở tệp để viết tiếp, rồi chạy npm run check.";
  const plan = kind === "update" ? site.planBySlug.get(answers.plan ?? "") : undefined;
  const guesses = plan ? neverReported(plan, answers, site) : [];
  if (guesses.length === 0) return [next];
  return [
    `${guesses.length} nhiệm vụ chưa từng có báo cáo được ghi “Chưa bắt đầu”: ${guesses.slice(0, SHOWN).join(", ")}${guesses.length > SHOWN ? ", …" : ""}. Sửa lại, hoặc bỏ mục đó nếu chưa biết.`,
    next,
  ];
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const terminal = process.stdin.isTTY
    ? { input: process.stdin, output: inVietnamese(process.stdout) }
    : undefined;
  const { isDone, lines } = await createNew(process.argv.slice(2), settings, terminal);
  for (const line of lines) (isDone ? console.log : console.error)(line);
  process.exitCode = isDone ? 0 : 1;
}

const HELP = {
  usage: `  npm run new                       hỏi từng điều, trên cửa sổ lệnh
  npm run new -- plan --agency MÃ --title "TÊN" --year 2024
  npm run new -- update --plan MÃ [--as_of NGÀY] [--reporter MÃ] [--tasks A.I.1,A.I.2]
  npm run new -- page --title "TÊN"
  npm run new -- dashboard --title "TÊN" --description "MÔ TẢ"
  npm run new -- agency --name "TÊN" --kind agency [--parent MÃ]
  npm run new -- result --index par-index --year 2024 --agency MÃ --value 88,25 --source "NGUỒN"
Mọi khóa của định dạng đều dùng được làm lựa chọn; thiếu hay sai điều gì, lệnh nói ra và không ghi gì.`,
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
