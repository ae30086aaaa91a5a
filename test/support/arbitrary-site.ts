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
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
  .map(words => words.join(" "));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `2023-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const decimal = fc.integer({ min: -10_000, max: 10_000 }).map(value => value / 100);
const prose = fc.array(line, { maxLength: 3 }).map(lines => lines.map(text => `Lời: ${text}`).join("\n\n"));

const INDEX = `name: Chỉ số cải cách hành chính
unit: điểm
english: {name: Reform index, short_name: Reform, population: Provinces}
editions:
  - {id: cu, from: 2016, to: 2020, maximum: 100, decision: 1/QĐ, note: Một phần, english: In part, domains: [{key: mot, code: "1", name: Một, english: One}]}
  - id: moi
    from: 2021
    maximum: 100
    domains: [{key: mot, code: "1", name: Một}, {key: hai, code: "2", name: Hai}]
breaks:
  - {between: [2020, 2021], why: Bộ tiêu chí khác}
  - {between: [2018, 2019], why: Thêm một câu hỏi, english: A question more, kind: soft, source: Ví dụ}
bands:
  - {years: [2021, 2022], label: A, from: 90}
  - {years: [2021], label: "A|B", below: 90}
covers:
  - {years: [2016, 2023], count: 63, source: Ví dụ}
not_assessed:
  - {year: 2019, agencies: [so-1, so-2], why: không gửi hồ sơ, english: nothing was sent}
  - {year: 2019, agencies: [so-3]}
`;

const AGENCIES = ["so-1", "so-2", "so-3"];
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

const plan = fc.record({
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

const result = fc
  .record({
    year: fc.integer({ min: 2018, max: 2023 }),
    agency: fc.constantFrom(...AGENCIES),
    component: maybe(fc.constant("mot")),
    value: maybe(decimal),
    rank: maybe(fc.integer({ min: 1, max: 63 })),
    change: maybe(decimal),
    basis: maybe(fc.constantFrom("printed", "corrected", "derived")),
    source: maybe(line),
    note: maybe(line),
  })
  .filter(({ value, rank, change, note }) => (value ?? rank ?? change ?? note) !== undefined);

/** The files of a whole site, in the formats of content/ and data/, without a problem in them. */
export const siteFiles: fc.Arbitrary<Record<string, string>> = fc
  .record({
    agencies: fc.tuple(...AGENCIES.map(() => fc.record({ alias: maybe(line), note: maybe(line) }))),
    documents: fc.array(fc.record({ title: maybe(line), date: maybe(day) }), { maxLength: 3 }),
    plans: fc.array(plan, { minLength: 1, maxLength: 3 }),
    results: fc.uniqueArray(result, {
      selector: ({ year, agency, component }) => `${year}|${agency}|${component}`,
      maxLength: 5,
    }),
  })
  .map(({ agencies, documents, plans, results }) => {
    const files: Record<string, string> = {
      "agencies.csv": table(
        ["id", "name", "kind", "level", "parent", "valid_from", "aliases", "note"],
        [
          ["ubnd", "Ủy ban nhân dân tỉnh Ví Dụ", "body", "province"],
          ...agencies.map(({ alias, note }, i) => [
            AGENCIES[i],
            `Sở Ví dụ ${i + 1}`,
            "agency",
            "province",
            "ubnd",
            "2000-01-01",
            alias?.replaceAll("|", "/"),
            note,
          ]),
        ],
      ),
      "documents.csv": table(
        ["id", "number", "date", "issuer", "title"],
        documents.map(({ title, date }, i) => [`van-ban-${i}`, `${i}/QĐ-UBND`, date, "ubnd", title]),
      ),
      "indices/par-index.yaml": INDEX,
      "results/par-index.csv": table(
        [
          "year",
          "agency",
          "component",
          "value",
          "rank",
          "rank_of",
          "stated_change",
          "basis",
          "source",
          "note",
        ],
        results.map(({ year, agency, component, value, rank, change, basis, source, note }) => [
          year,
          agency,
          component,
          value,
          rank,
          rank && 63,
          change,
          basis,
          source,
          note,
        ]),
      ),
    };
    for (const [i, own] of plans.entries()) {
      files[`plans/ubnd/ke-hoach-${i}.md`] = planFile(own, i, documents.length);
      const reported = own.tasks.flatMap((own, j) => (own.update ? [[own.update, j] as const] : []));
      if (reported.length > 0)
        files[`updates/so-1/ke-hoach-${i}/2023-08-31.md`] = [
          `---\nplan: ke-hoach-${i}\nas_of: 2023-08-31\nreporter: so-1\ndocument: 12/BC-SNV\n---\nTình hình chung.`,
          ...reported.map(([update, j]) =>
            [
              `## A.${j + 1}`,
              `- Trạng thái: ${update.state}`,
              // What is done is done whole.
              ...field(
                "Tiến độ",
                update.progress === undefined || update.state !== "Hoàn thành" ? update.progress : 100,
              ),
              ...field("Giá trị", update.value),
              ...field(
                "Minh chứng",
                update.state === "Hoàn thành" ? "[Báo cáo](https://vi-du.example/a|b)" : undefined,
              ),
              ...field("Ngày hoàn thành", update.state === "Hoàn thành" ? update.finished : undefined),
              ...field("Thời hạn mới", update.newDeadline),
              "",
              update.prose,
            ].join("\n"),
          ),
        ].join("\n\n");
    }
    return files;
  });

function planFile(own: Plan, i: number, documents: number): string {
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

function field(label: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [`- ${label}: ${value}`];
}

function table(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const cells = (row: readonly (string | number | undefined)[]) =>
    header.map((_, i) => `"${String(row[i] ?? "").replaceAll('"', '""')}"`).join(",");
  return `${header.join(",")}\n${rows.map(row => `${cells(row)}\n`).join("")}`;
}
