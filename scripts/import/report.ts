import { formatProblem, type Problem } from "../model/problem.ts";
import { FINDING_KINDS, type Finding, type FindingKind } from "./blocks.ts";
import type { LostLetters } from "./lost-letters.ts";

/** What an import has to say. */
export interface ImportReport {
  readonly source: string;
  /** Where the plan is written. */
  readonly target: string;
  readonly unit: "dòng" | "đoạn";
  readonly counts: {
    readonly sections: number;
    readonly tasks: number;
    readonly leads: number;
    readonly deadlines: number;
  };
  readonly findings: readonly Finding[];
  readonly lost: readonly LostLetters[];
  readonly isMisread: boolean;
  /** What the project's own check says of the plan. */
  readonly problems: readonly Problem[];
  /** Lines for tables of data/, by the name of the table, made from what the site does not know. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

const HEADINGS: Record<FindingKind, string> = {
  missing: "Bản gốc không có",
  unresolved: "Cần xử lý: tên và văn bản chưa có trong dữ liệu",
  reading: "Cách đọc cần xem lại",
  lost: "Chữ có thể bị mất khi trích (văn bản giữ nguyên)",
  unplaced: "Chưa xếp được chỗ, đặt ở cuối tệp",
  dropped: "Đã bỏ",
};

/** What to do with drafted lines of a table. */
const REVIEW: Readonly<Record<string, string>> = {
  "agencies.csv":
    "bỏ dòng là tên viết sai hay tên khác của cơ quan đã có, sửa kind, level, parent cho đúng, chép vào cuối bảng rồi nhập lại với --force",
  "documents.csv": "đối chiếu với văn bản gốc, điền ô còn trống, chép vào cuối bảng rồi nhập lại với --force",
};

/** The report as text for people; the same for the same input. */
export function formatReport(report: ImportReport): string {
  const { source, target, unit, counts, findings, problems, rows } = report;
  const lines = [
    `Nhập ${source}`,
    `Kế hoạch: ${target}`,
    `${counts.tasks} nhiệm vụ (${counts.leads} có chủ trì, ${counts.deadlines} có thời hạn), ${counts.sections} mục`,
  ];
  if (report.isMisread)
    lines.push(
      "",
      "Bản này là bản quét đọc ra sai dấu ở phần lớn chữ: chữ giữ nguyên như đọc được, cần gõ lại dấu theo bản gốc.",
    );
  for (const kind of FINDING_KINDS) {
    const found = kind === "lost" ? lostLines(report.lost, unit) : findingLines(findings, kind, unit);
    if (found.length > 0) lines.push("", `${HEADINGS[kind]} (${found.length})`, ...found);
  }
  for (const [table, drafted] of Object.entries(rows))
    if (drafted.length > 0)
      lines.push(
        "",
        `Dòng cho ${table}, soạn từ chữ trong kế hoạch (${drafted.length}): ${REVIEW[table]}`,
        ...drafted,
      );
  if (problems.length > 0)
    lines.push("", `Kiểm tra kế hoạch vừa ghi: ${problems.length} lỗi`, ...problems.map(formatProblem));
  else lines.push("", "Kiểm tra kế hoạch vừa ghi: không có lỗi");
  return `${lines.join("\n")}\n`;
}

function findingLines(findings: readonly Finding[], kind: FindingKind, unit: string): string[] {
  // The same remark of many lines is one: which lines, then what.
  const places = new Map<string, number[]>();
  for (const { line, message } of findings
    .filter(finding => finding.kind === kind)
    .sort((a, b) => a.line - b.line))
    places.set(message, [...(places.get(message) ?? []), line]);
  return [...places].map(([message, lines]) => {
    const named = [...new Set(lines)].filter(line => line > 0);
    const more = named.length > 12 ? ` và ${named.length - 12} chỗ nữa` : "";
    return named.length === 0
      ? `- ${message}`
      : `- ${unit} ${named.slice(0, 12).join(", ")}${more}: ${message}`;
  });
}

function lostLines(lost: readonly LostLetters[], unit: string): string[] {
  return lost.map(
    ({ line, printed, proposals }) =>
      `- ${unit} ${line}: “${printed}”${proposals.length === 0 ? ", chưa rõ chữ nào" : ` có thể là ${proposals.map(text => `“${text}”`).join(" hoặc ")}`}`,
  );
}
