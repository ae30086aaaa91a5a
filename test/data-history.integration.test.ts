import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadDataHistory } from "../scripts/data-history.ts";
import { parseAgencies } from "../scripts/model/agency.ts";
import { changedParts, type DataHistory, type ResultChange } from "../scripts/model/data-change.ts";
import { correctionRow } from "../scripts/model/data-columns.ts";
import { correctionRows } from "../scripts/model/data-rows.ts";
import { DAYS } from "./support/corrections.ts";
import { makeRepository, type Repository } from "./support/repository.ts";

const RESULTS = "data/results/papi.csv";
const INDEX = "data/indices/papi.yaml";
const HEAD = "year,agency,component,value,unit,rank,rank_of,basis,source,note";
const table = (...rows: string[]) => [HEAD, ...rows, ""].join("\n");
const A = '2022,ubnd-a,,70.26,điểm,57,63,printed,"Báo A, 2023",';
const B = "2022,ubnd-b,,80,điểm,12,63,printed,Báo B,";
const A_DOMAIN = "2022,ubnd-a,the-che,7.5,điểm,,,printed,Báo A,";
const YAML = "name: Chỉ số ví dụ\nbreaks:\n  - {between: [2020, 2021], kind: hard, why: Cách đo mới}\n";

let repository: Repository;
beforeEach(async () => {
  repository = await makeRepository();
});
afterEach(() => repository.remove());

const load = () => loadDataHistory(join(repository.folder, "data"));

const figure = ({ value, unit, rank, rank_of, source, basis, note }: ResultChange["before"]) => ({
  value: `${value} ${unit}`,
  rank: `${rank}/${rank_of}`,
  source,
  basis,
  note,
});

/** Each correction as `day index: what became of which result; +added year; described`, newest first. */
function told(history: DataHistory | undefined): string[] {
  return (history?.corrections ?? []).map(({ at, index, results, added, described }) => {
    const lines = [
      ...results.map(change => {
        const { before, after } = change;
        const name = [before.year, before.agency, before.component].filter(Boolean).join("/");
        if (!after) return `${name} removed (${figure(before).value})`;
        const parts = changedParts(change).map(part => {
          const [was, is] = [figure(before), figure(after)].map(all => Object.entries(all));
          const of = (entries = was) => entries?.find(([key]) => key === part)?.[1];
          return `${part} ${of(was) ?? "–"} → ${of(is) ?? "–"}`;
        });
        return `${name} ${parts.join(", ")}`;
      }),
      ...added.map(({ year, count }) => `+${count} ${year}`),
      ...described.map(({ part, before, after }) => `${part} ${said(before)} → ${said(after)}`),
    ];
    return `${at.slice(0, 10)} ${index}: ${lines.join("; ")}`;
  });
}

const said = (fact: object | undefined) => (fact ? JSON.stringify(Object.values(fact)[0]) : "–");

/** Commits two states of the results and tells what changed between them. */
async function change(before: string, after: string): Promise<string> {
  await repository.commit(DAYS[0], { [RESULTS]: before });
  await repository.commit(DAYS[1], { [RESULTS]: after });
  const [only = "", ...others] = told(await load());
  expect(others).toEqual([]);
  return only.replace(/^2023-03-01 papi: /, "");
}

describe("what was corrected in published results is told from the old to the new", () => {
  test.each([
    [
      "a value",
      table(A, B),
      table(A.replace("70.26", "70.62"), B),
      "2022/ubnd-a value 70.26 điểm → 70.62 điểm",
    ],
    ["a rank", table(A, B), table(A.replace("57,63", "56,63"), B), "2022/ubnd-a rank 57/63 → 56/63"],
    ["the base of a rank", table(A), table(A.replace("57,63", "57,61")), "2022/ubnd-a rank 57/63 → 57/61"],
    [
      "a source",
      table(A, B),
      table(A, B.replace("Báo B", "Quyết định 1")),
      "2022/ubnd-b source Báo B → Quyết định 1",
    ],
    ["a row that was taken out", table(A, B), table(B), "2022/ubnd-a removed (70.26 điểm)"],
    [
      "of one agency, the domain apart from the whole",
      table(A, A_DOMAIN),
      table(A, A_DOMAIN.replace("7.5", "7.6")),
      "2022/ubnd-a/the-che value 7.5 điểm → 7.6 điểm",
    ],
    [
      "what is new, as a number for each year",
      table(A),
      table(A, B, "2023,ubnd-a,,71,điểm,,,printed,Báo A,", "2023,ubnd-b,,72,điểm,,,printed,Báo A,"),
      "+1 2022; +2 2023",
    ],
    [
      "a correction beside what was printed, as the one result that it makes",
      table(A, B),
      table(A, B, "2022,ubnd-a,,70.62,điểm,57,63,corrected,Đính chính,"),
      "2022/ubnd-a value 70.26 điểm → 70.62 điểm, basis printed → corrected, source Báo A, 2023 → Đính chính, note – → bản in: 70,26, hạng 57/63 (Báo A, 2023)",
    ],
    [
      "a cell with a line break",
      table(A, B.replace("Báo B,", '"Báo\nB",')),
      table(A, B.replace("Báo B,", '"Báo\nC",')),
      "2022/ubnd-b source Báo\nB → Báo\nC",
    ],
  ])("%s", async (_, before, after, expected) => expect(await change(before, after)).toBe(expected));

  const semicolons = (text: string) => `sep=;\n${text.replaceAll(",", ";").replace("70.26", "70,26")}`;
  test.each([
    ["rows in another order", table(A, B, A_DOMAIN), table(A_DOMAIN, B, A)],
    ["a table that Excel saved anew", table(A.replace('"Báo A, 2023"', "Báo A"), B), undefined],
    [
      "other columns first",
      table(B),
      `agency,year,value,unit,rank,rank_of,basis,source\nubnd-b,2022,80,điểm,12,63,printed,Báo B\n`,
    ],
    ["quotation marks that need not be", table(B), table(B.replace("Báo B", '"Báo B"'))],
  ])("%s change nothing", async (_, before, after) => {
    await repository.commit(DAYS[0], { [RESULTS]: before });
    await repository.commit(DAYS[1], { [RESULTS]: after ?? semicolons(before) });
    expect(told(await load())).toEqual([]);
  });
  test("a state that could not be published is passed over", async () => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A) });
    await repository.commit(DAYS[1], { [RESULTS]: table(A, A.replace("70.26", "71")) });
    await repository.commit(DAYS[2], { [RESULTS]: table(A.replace("70.26", "72")) });
    expect(told(await load())).toEqual(["2023-04-01 papi: 2022/ubnd-a value 70.26 điểm → 72 điểm"]);
  });
  test("what first comes is no change, nor is what was mended before it could be published", async () => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A.replace("2022", "hai hai")), [INDEX]: YAML });
    await repository.commit(DAYS[1], { [RESULTS]: table(A) });
    const history = await load();
    expect(told(history)).toEqual([]);
    expect(history).toMatchObject({ since: "2023-02-01", isShallow: false });
  });
  test("all results of a file that was taken out", async () => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A, B) });
    await repository.commit(DAYS[1], { [RESULTS]: undefined });
    expect(told(await load())).toEqual([
      "2023-03-01 papi: 2022/ubnd-a removed (70.26 điểm); 2022/ubnd-b removed (80 điểm)",
    ]);
  });
  test("a file with another name keeps its history", async () => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A, B) });
    await repository.commit(DAYS[1], { [RESULTS]: undefined, "data/results/chi-so.csv": table(A, B) });
    await repository.commit(DAYS[2], { "data/results/chi-so.csv": table(A.replace("57,63", "56,63"), B) });
    expect(told(await load())).toEqual(["2023-04-01 chi-so: 2022/ubnd-a rank 57/63 → 56/63"]);
  });
});

test("the table of corrections has a row for each cell that was changed, or went with its result", async () => {
  await repository.commit(DAYS[0], { [RESULTS]: table(A, B, A_DOMAIN) });
  await repository.commit(DAYS[1], { [RESULTS]: table(A, B, A_DOMAIN.replace("7.5,điểm", "7.6,phần trăm")) });
  repository.git(["commit", "--quiet", "--amend", "--message=Sửa\n\nLý do: Đính chính"], DAYS[1]);
  const named = table(A.replace(",57,63", ",57,61"), A_DOMAIN.replace("7.5,điểm", "7.6,phần trăm"));
  await repository.commit(DAYS[2], { [RESULTS]: undefined, "data/results/chi-so.csv": named });
  const agencies = parseAgencies(undefined, () => {});
  const rows = [...correctionRows({ dataHistory: await load(), agencies })].map(row =>
    correctionRow.parse(row),
  );
  expect(
    rows.map(({ date, result, kind, column, before, after, reason }) =>
      [date, result, kind, column, before ?? "", after ?? "", reason ?? ""].join("|"),
    ),
  ).toEqual([
    "2023-04-01|chi-so/2022/ubnd-a|changed|rank_of|63|61|",
    "2023-04-01|chi-so/2022/ubnd-b|removed|value|80||",
    "2023-04-01|chi-so/2022/ubnd-b|removed|rank|12||",
    "2023-04-01|chi-so/2022/ubnd-b|removed|basis|printed||",
    "2023-04-01|chi-so/2022/ubnd-b|removed|source|Báo B||",
    "2023-04-01|chi-so/2022/ubnd-b|removed|unit|điểm||",
    "2023-04-01|chi-so/2022/ubnd-b|removed|rank_of|63||",
    "2023-03-01|chi-so/2022/ubnd-a/the-che|changed|value|7.5|7.6|Đính chính",
    "2023-03-01|chi-so/2022/ubnd-a/the-che|changed|unit|điểm|phần trăm|Đính chính",
  ]);
  expect(rows[1]).toMatchObject({ year: 2022, agency: "ubnd-b", agency_name: "ubnd-b" });
  expect(new Set(rows.map(({ commit, result, column }) => `${commit} ${result} ${column}`)).size).toBe(
    rows.length,
  );
});

describe("what an index says of itself", () => {
  test.each([
    [
      "a break that came",
      YAML.replace(/$/, "  - {between: [2022, 2023], why: Thêm lĩnh vực}\n"),
      'breaks – → {"between":[2022,2023],"why":"Thêm lĩnh vực"}',
    ],
    [
      "a break of another kind",
      YAML.replace("hard", "soft"),
      'breaks {"between":[2020,2021],"why":"Cách đo mới","kind":"hard"} → {"between":[2020,2021],"why":"Cách đo mới","kind":"soft"}',
    ],
    [
      "a band",
      `${YAML}bands: [{years: [2022], label: A, from: 90}]\n`,
      'bands – → {"years":[2022],"label":"A","from":90}',
    ],
    ["its unit", `${YAML}unit: điểm\n`, 'unit – → "điểm"'],
  ])("%s", async (_, after, expected) => {
    await repository.commit(DAYS[0], { [INDEX]: YAML });
    await repository.commit(DAYS[1], { [INDEX]: after });
    expect(told(await load())).toEqual([`2023-03-01 papi: ${expected}`]);
  });
  test("nothing where only the English words are others, or it cannot be read", async () => {
    await repository.commit(DAYS[0], { [INDEX]: YAML });
    await repository.commit(DAYS[1], { [INDEX]: YAML.replace("mới}", "mới, english: New method}") });
    await repository.commit(DAYS[2], { [INDEX]: YAML.replace("why", "whi") });
    expect(told(await load())).toEqual([]);
  });
  test("what one commit changed in it and in its results is one correction", async () => {
    await repository.commit(DAYS[0], { [INDEX]: YAML, [RESULTS]: table(A) });
    await repository.commit(DAYS[1], {
      [INDEX]: YAML.replace("name: Chỉ số ví dụ", "name: Chỉ số"),
      [RESULTS]: table(A.replace("57,63", "56,63")),
    });
    expect(told(await load())).toEqual([
      '2023-03-01 papi: 2022/ubnd-a rank 57/63 → 56/63; name "Chỉ số ví dụ" → "Chỉ số"',
    ]);
  });
});

describe("why, where whoever made the change wrote it for readers", () => {
  test.each([
    ["nothing, when it was not", "Đính chính hạng\n\nTheo Quyết định 1", undefined],
    ["what stands behind “Lý do:”", "Sửa papi.csv\n\nLý do: Đính chính hạng", "Đính chính hạng"],
    ["in the first line too", "lý do : Đính chính hạng", "Đính chính hạng"],
    ["until the paragraph ends", "Sửa\n\nLý do: Đính chính\nhạng\n\nDuyệt: chị Ba", "Đính chính hạng"],
    ["however its marks were typed", "Lý do: Đính chính hạng".normalize("NFD"), "Đính chính hạng"],
    ["nothing, when none is given", "Sửa\n\nLý do:\n\nDuyệt: chị Ba", undefined],
  ])("%s", async (_, text, expected) => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A) });
    await repository.commit(DAYS[1], { [RESULTS]: table(A.replace("57,63", "56,63")) });
    repository.git(["commit", "--quiet", "--amend", `--message=${text}`], DAYS[1]);
    expect((await load())?.corrections.map(({ reason }) => reason)).toEqual([expected]);
  });

  test.each([
    [
      "of a merge what its own words say",
      "Merge branch 'nhanh'\n\nLý do: Đính chính hạng",
      "Đính chính hạng",
    ],
    ["nothing of a merge that says no more", "Merge branch 'nhanh'", undefined],
  ])("%s", async (_, text, expected) => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A) });
    repository.git(["checkout", "--quiet", "-b", "nhanh"]);
    await repository.commit(DAYS[1], { [RESULTS]: table(A.replace("57,63", "56,63")) });
    repository.git(["checkout", "--quiet", "chinh"]);
    repository.git(["merge", "--quiet", "--no-ff", `--message=${text}`, "nhanh"], DAYS[2]);
    expect((await load())?.corrections.map(({ reason }) => reason)).toEqual([expected]);
  });
});

describe("what is not known is said", () => {
  test("without a repository there is no history, and what is not committed is not told", async () => {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-khong-git-"));
    expect(await loadDataHistory(folder)).toBeUndefined();
    await rm(folder, { recursive: true });
    await repository.commit(DAYS[0], { [RESULTS]: table(A) });
    await writeFile(join(repository.folder, RESULTS), table(B));
    expect(told(await load())).toEqual([]);
  });
  test("a shallow copy begins where it begins", async () => {
    await repository.commit(DAYS[0], { [RESULTS]: table(A) });
    await repository.commit(DAYS[1], { [RESULTS]: table(A.replace("57,63", "56,63")) });
    await repository.commit(DAYS[2], { [RESULTS]: table(A.replace("57,63", "55,63")) });
    repository.git(["clone", "--quiet", "--depth=2", `file://${repository.folder}`, "ban-sao"]);
    const history = await loadDataHistory(join(repository.folder, "ban-sao/data"));
    expect(history).toMatchObject({ since: "2023-03-01", isShallow: true });
    expect(told(history)).toEqual(["2023-04-01 papi: 2022/ubnd-a rank 56/63 → 55/63"]);
  });
});
