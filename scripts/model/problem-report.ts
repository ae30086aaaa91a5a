import { createHash } from "node:crypto";
import { formatProblem, type Problem, showSigns } from "./problem.ts";

/** A problem as a workflow command of GitHub, which shows it at its line of the proposed change. */
export function formatAnnotation({ file, line, column, message, mend }: Problem): string {
  const text = showSigns(`${message}; ${mend}`).replaceAll("%", encodeURIComponent);
  return `::error file=${file.replace(/[%:,\p{Cc}\p{Cf}]/gu, encodeURIComponent)},line=${line},col=${column}::${text}`;
}

/** All problems as Markdown for the summary of a run: GitHub shows only the first ten at their lines. */
export function formatSummary(problems: readonly Problem[], closing: string): string {
  const items = problems.map(({ file, line, column, message, mend }) =>
    showSigns(`- \`${file}:${line}:${column}\` ${message}; ${mend}`),
  );
  return `${[...items, "", closing].join("\n")}\n`;
}

/** Problems as the code quality report of GitLab, which shows each at its line of the proposed change. */
export function codeQualityReport(problems: readonly Problem[]): object[] {
  return problems.map(problem => ({
    description: `${problem.message}; ${problem.mend}`,
    check_name: "npm run check",
    fingerprint: createHash("sha256").update(formatProblem(problem)).digest("hex"),
    severity: "major",
    location: { path: problem.file, lines: { begin: problem.line } },
  }));
}
