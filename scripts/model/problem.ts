import { compareText } from "./text-order.ts";

/** A place in a source file that a value came from. */
export interface Place {
  /** Path as the editor knows it, relative to the folder the command was started in. */
  readonly file: string;
  /** 1-based line; 1 when the whole file is meant. */
  readonly line: number;
  /** 1-based column, counted in characters of the NFC text. */
  readonly column: number;
}

/**
 * One thing that is wrong in the content, as a value: where it stands, what is wrong, how to mend it.
 * Problems are collected and printed once (scripts/check.ts); nobody throws for an editor's mistake.
 */
export interface Problem extends Place {
  /** What is wrong: one Vietnamese clause without a full stop. */
  readonly message: string;
  /** How to mend it: one Vietnamese clause without a full stop. */
  readonly mend: string;
  /** Never printed: by it problems are left out that only follow from another one (site-problems.ts). */
  readonly about?: Subject;
}

/**
 * What a problem is about: a task that could not be read, or something that is named but missing. It ends in the slug of
 * the plan, or the id of the index, where only those of one plan or index are meant.
 */
export type Subject =
  | "unread task"
  | "agency"
  | "document"
  | `task of ${string}`
  | `index ${string}`
  | `results of ${string}`;

/** The place of a problem of a whole file, or of a setting by its name. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** A problem of a whole file. */
export function problemOf(file: string, message: string, mend: string): Problem {
  return { ...startOf(file), message, mend };
}

/** Collects problems; handed down instead of a global list. */
export type Report = (place: Place, message: string, mend: string, about?: Subject) => void;

/** Returns a report function and the list that it fills. */
export function collectProblems(): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = ({ file, line, column }, message, mend, about) => {
    const told = { file, line, column, message: onOneLine(message), mend: onOneLine(mend) };
    problems.push(about === undefined ? told : { ...told, about });
  };
  return { report, problems };
}

/** A problem is one line however long or broken the words are that it quotes. */
function onOneLine(words: string): string {
  return words.replace(/(?<!\s)\s*\n\s*/g, " ").replace(/“([^”]{80})[^”]{20,}(?:”|$)/g, "“$1…”");
}

/** The order in which problems are printed: by file, then by place. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** `file:line:column: what is wrong; how to mend it`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, message, mend }: Problem): string {
  return showSigns(`${file}:${line}:${column}: ${message}; ${mend}`);
}

/**
 * Makes signs visible that a terminal would obey, or that turn the letters behind them around: a file may be named so that
 * what is said of it begins a new line, which GitHub would take for a command.
 */
export function showSigns(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, sign => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
