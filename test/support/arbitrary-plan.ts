import fc from "fast-check";

/** Words that break a careless file format: formulas, quotation marks, separators, every mark of Vietnamese. */
const PIECES = [
  "=1+1",
  "+84 235",
  "-5,67",
  "@so",
  "'nháy đơn",
  "＝toàn khổ",
  "a|b",
  "\\",
  "\\|",
  'nói "thế"',
  '"',
  "một; hai",
  "dấu, phẩy",
  "Đặng Thị Ngọc Hân",
  "Ủy ban nhân dân tỉnh Ví Dụ",
  "Nghị định 30/2020/NĐ-CP",
  "007",
  "1e5",
  "12:30",
  "3/4",
  "≥ 30%",
  "ướt",
  "<b>đậm</b>",
  "&amp; &",
  "a < b > c",
  "[nhãn](x",
  "*sao",
  "𝄞",
];

/** One line of text, never empty. */
export const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
  .map(words => words.join(" "));
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const prose = fc.array(line, { maxLength: 3 }).map(lines => lines.map(text => `Lời: ${text}`).join("\n\n"));

const lead = fc
  .tuple(fc.constantFrom(1, 2, 3), fc.constantFrom("", " (theo dõi, đôn đốc)", " (tham mưu)"))
  .map(([i, role]) => `Sở Ví dụ ${i}${role}`);
const leads = fc.array(lead, { minLength: 1, maxLength: 3 }).map(names => names.join("; "));

/** A second pair begins with its lead; a task may name only who helps. */
const pairs: fc.Arbitrary<{ leads: string | undefined; coordinators: string | undefined }[]> = fc.oneof(
  fc.array(fc.record({ leads, coordinators: maybe(leads) }), { maxLength: 2 }),
  leads.map(coordinators => [{ leads: undefined, coordinators }]),
);

const task = fc.record({
  title: line,
  pairs,
  deadline: maybe(
    fc.constantFrom("Trong năm 2023", "Quý II/2023", "Thường xuyên", "Trước 15/12/2023", "Tháng 6"),
  ),
  output: maybe(line),
  target: maybe(line),
  criteria: fc.subarray(["par-index/1.3.1", "sipas/2"]),
  upper: fc.boolean(),
  prose,
  update: maybe(
    fc.record({
      state: fc.constantFrom("Chưa bắt đầu", "Đang thực hiện", "Hoàn thành", "Vướng mắc"),
      progress: maybe(fc.integer({ min: 0, max: 100 })),
      value: maybe(line),
      finished: maybe(fc.constantFrom("2023-01-05", "2023-08-31")),
      newDeadline: maybe(fc.constantFrom("Quý IV/2023", "31/12/2023")),
      prose,
    }),
  ),
});
type Task = typeof task extends fc.Arbitrary<infer Value> ? Value : never;

/** A plan and the report on it, before they are written as files. */
export const plan = fc.record({
  title: line,
  number: maybe(line),
  issued: maybe(fc.constant("2022-12-30")),
  signedBy: maybe(line),
  recipients: fc.array(line, { maxLength: 2 }),
  notes: fc.array(fc.record({ where: line, printed: maybe(line), note: line }), { maxLength: 2 }),
  targets: fc.array(
    fc.record({
      measure: fc.constantFrom("value", "rank", "band", "change"),
      bound: fc.constantFrom("at_least", "at_most"),
    }),
    { maxLength: 3 },
  ),
  opening: prose,
  group: maybe(fc.constantFrom("Trong năm 2023", "Quý IV/2023")),
  tasks: fc.array(task, { maxLength: 4 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

/** The file of the i-th plan of a site; the others carry out the first. */
export function planFile(own: Plan, i: number, documents: number): string {
  const yaml = (key: string, value: unknown) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`];
  const thresholds = { value: "86.5", rank: "25", band: "A|B", change: "-1.5" };
  return [
    "---",
    ...yaml("title", own.title),
    "agency: ubnd",
    ...yaml("number", own.number && `${i}/KH ${own.number}`),
    ...yaml("issued", own.issued),
    "year: 2023",
    "state: issued",
    "indices: [par-index]",
    ...yaml("implements", i === 0 ? [] : ["ke-hoach-0"]),
    ...yaml("legal_basis", documents > 0 ? ["van-ban-0"] : []),
    ...yaml("signed_by", own.signedBy),
    ...yaml("recipients", own.recipients),
    ...yaml(
      "targets",
      own.targets.map(({ measure, bound }) => ({
        index: "par-index",
        measure,
        [measure === "rank" ? "at_most" : bound]: thresholds[measure as keyof typeof thresholds],
        year: "2023",
        ...(measure === "change" ? { base_year: "2022" } : {}),
      })),
    ),
    ...yaml("notes", own.notes),
    "---",
    own.opening,
    "",
    "## Mục đích",
    "Lời văn.",
    "",
    "## A. Nhiệm vụ",
    ...field("Thời hạn", own.group),
    "",
    "### A.0. Việc mà kế hoạch dưới thực hiện",
    "- Chủ trì: Sở Ví dụ 1",
    "",
    ...own.tasks.map((own, j) => taskText(own, i, j)),
  ].join("\n");
}

function taskText(own: Task, plan: number, i: number): string {
  return [
    `### A.${i + 1}. ${own.title}`,
    ...own.pairs.flatMap(({ leads, coordinators }) => [
      ...field("Chủ trì", leads),
      ...field("Phối hợp", coordinators),
    ]),
    ...field("Thời hạn", own.deadline),
    `- Sản phẩm: ${own.output ?? "Báo cáo"}`,
    ...field("Chỉ tiêu", own.target),
    ...field("Tiêu chí", own.criteria.join("; ") || undefined),
    ...field("Thực hiện", own.upper && plan > 0 ? "ke-hoach-0#A.0" : undefined),
    "",
    own.prose,
    "",
  ].join("\n");
}

/** The file of the report on the i-th plan; undefined when none of its tasks is reported on. */
export function reportFile({ tasks }: Plan, i: number): string | undefined {
  const reported = tasks.flatMap(({ update }, j) => (update ? [updateText(update, j)] : []));
  if (reported.length === 0) return undefined;
  const front = `---\nplan: ke-hoach-${i}\nas_of: 2023-08-31\nreporter: so-1\ndocument: 12/BC-SNV\n---\nTình hình chung.`;
  return [front, ...reported].join("\n\n");
}

function updateText(update: NonNullable<Task["update"]>, i: number): string {
  const isDone = update.state === "Hoàn thành";
  return [
    `## A.${i + 1}`,
    `- Trạng thái: ${update.state}`,
    // What is done is done whole.
    ...field("Tiến độ", update.progress === undefined || !isDone ? update.progress : 100),
    ...field("Giá trị", update.value),
    ...field("Minh chứng", isDone ? "[Báo cáo](https://vi-du.example/a|b)" : undefined),
    ...field("Ngày hoàn thành", isDone ? update.finished : undefined),
    ...field("Thời hạn mới", update.newDeadline),
    "",
    update.prose,
  ].join("\n");
}

function field(label: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [`- ${label}: ${value}`];
}
