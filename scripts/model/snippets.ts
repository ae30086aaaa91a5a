import { type Field, fieldsOf } from "./format.ts";
import { TASK_LABEL_WORDS } from "./plan-words.ts";
import { REPORTED_STATES } from "./task-update.ts";
import { UPDATE_LABEL_WORDS } from "./update-words.ts";

/** A snippet as VS Code reads it: `$1`, `${1:example}` and `${1|a,b|}` are the places that are filled in one by one. */
interface Snippet {
  readonly prefix: string;
  readonly scope: "markdown";
  readonly description: string;
  readonly body: readonly string[];
}

/** The snippets for editors who write Markdown, made from the keys and labels that the checker knows. */
export function snippets(): Record<string, Snippet> {
  const plan = fieldsOf("plan").filter(({ key, isRequired }) => isRequired || key === "year");
  const labels = Object.entries(TASK_LABEL_WORDS);
  const reported = Object.entries(UPDATE_LABEL_WORDS).filter(([label]) => label !== "Ngày hoàn thành");
  const task = (level: string, from: number) => [
    `${level} ${place(from, "A.1")}. ${place(from + 1, "Tên nhiệm vụ")}`,
    ...labels.slice(0, 4).map(([label, { example }], i) => `- ${label}: ${place(from + i + 2, example)}`),
  ];
  return {
    "Kế hoạch": snippet("ke-hoach", "Tệp kế hoạch mới: phần đầu và một nhiệm vụ", [
      ...frontMatter(plan),
      `## A. ${place(10, "Nhóm nhiệm vụ")}`,
      "",
      ...task("###", 11),
    ]),
    "Nhiệm vụ": snippet("nhiem-vu", "Một nhiệm vụ của kế hoạch", task("###", 1)),
    "Báo cáo": snippet("bao-cao", "Tệp báo cáo mới: phần đầu", frontMatter(fieldsOf("update").slice(0, 4))),
    "Báo cáo một nhiệm vụ": snippet("bao-cao-nhiem-vu", "Tình hình của một nhiệm vụ trong báo cáo", [
      `## ${place(1, "A.1")}`,
      ...reported.map(([label, { example }], i) =>
        label === "Trạng thái"
          ? `- ${label}: ${choice(i + 2, REPORTED_STATES)}`
          : `- ${label}: ${place(i + 2, example)}`,
      ),
    ]),
    Trang: snippet("trang", "Trang văn hoặc bảng điều khiển mới: phần đầu", frontMatter(fieldsOf("page"))),
    "Chỉ tiêu": snippet("chi-tieu", "Chỉ tiêu về chỉ số, trong phần đầu của kế hoạch", [
      "targets:",
      ...fieldsOf("plan")
        .filter(({ key }) => key === "targets")
        .map(({ example }) => `  - ${quote(example.slice(1, -1))}`),
    ]),
  };
}

function snippet(prefix: string, description: string, body: readonly string[]): Snippet {
  return { prefix, scope: "markdown", description, body };
}

function frontMatter(fields: readonly Field[]): string[] {
  const lines = fields.map(({ key, shape, example }, i) =>
    shape.kind === "choice" ? `${key}: ${choice(i + 1, shape.options)}` : `${key}: ${place(i + 1, example)}`,
  );
  return ["---", ...lines, "---", "$0"];
}

function place(number: number, example: string): string {
  return `\${${number}:${quote(example)}}`;
}

function choice(number: number, options: readonly string[]): string {
  return `\${${number}|${options.join(",")}|}`;
}

/** Signs that end a place of a snippet. */
function quote(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
