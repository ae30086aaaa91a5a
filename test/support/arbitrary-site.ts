import fc from "fast-check";
import { line, maybe, plan, planFile, reportFile } from "./arbitrary-plan.ts";

const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `2023-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const change = fc.integer({ min: -10_000, max: 10_000 }).map(value => value / 100);
const score = change.map(Math.abs);
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
const result = fc
  .record({
    year: fc.integer({ min: 2018, max: 2023 }),
    agency: fc.constantFrom(...AGENCIES),
    component: maybe(fc.constant("mot")),
    value: maybe(score),
    rank: maybe(fc.integer({ min: 1, max: 63 })),
    change: maybe(change),
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
      const report = reportFile(own, i);
      if (report !== undefined) files[`updates/so-1/ke-hoach-${i}/2023-08-31.md`] = report;
    }
    return files;
  });

function table(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const cells = (row: readonly (string | number | undefined)[]) =>
    header.map((_, i) => `"${String(row[i] ?? "").replaceAll('"', '""')}"`).join(",");
  return `${header.join(",")}\n${rows.map(row => `${cells(row)}\n`).join("")}`;
}
