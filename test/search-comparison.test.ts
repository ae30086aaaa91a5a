import { expect, test } from "vitest";
import { comparisonOf } from "../layouts/client/search/comparison.ts";
import type { RecordKind, SearchRecord } from "../scripts/model/search-table.ts";

const record = (kind: RecordKind, title: string, rest: Partial<SearchRecord> = {}): SearchRecord => ({
  hash: title,
  kind,
  url: `/${title}/`,
  title,
  years: undefined,
  indices: [],
  agency: undefined,
  ...rest,
});
const agency = (id: string, title: string, called: string, indices: readonly string[]) =>
  record("agency", title, { agency: id, called, indices });

const TABLE = {
  comparison: "/so-sanh/",
  records: [
    record("page", "So sánh", { url: "/so-sanh/" }),
    record("result", "PAPI", { indices: ["papi"] }),
    record("result", "PAPI 2023", { indices: ["papi"], years: [2023, 2023] }),
    record("result", "SIPAS", { indices: ["sipas"] }),
    agency("bac-vi-du", "Ủy ban nhân dân tỉnh Bắc Ví Dụ", "Bắc Ví Dụ", ["papi", "sipas"]),
    agency("vi-du", "Ủy ban nhân dân tỉnh Ví Dụ", "Ví Dụ", ["sipas"]),
    agency("nam-vi-du", "Ủy ban nhân dân tỉnh Nam Ví Dụ", "Nam Ví Dụ", ["papi", "sipas"]),
    agency("bao-vi-du", "Báo Ví Dụ", "Báo Ví Dụ", []),
    { ...agency("mau", "Ủy ban nhân dân thành phố Mẫu", "Mẫu", []), formerly: "nam-vi-du" },
  ],
};

const asTyped = (query: string) => [query];

test.each([
  ["Bắc Ví Dụ so với Nam Ví Dụ", "?co-quan=bac-vi-du,nam-vi-du&chi-so=papi"],
  ["nam vi du vs bac vi du", "?co-quan=nam-vi-du,bac-vi-du&chi-so=papi"],
  ["so sánh Bắc Ví Dụ, Ví Dụ", "?co-quan=bac-vi-du,vi-du&chi-so=sipas"],
  ["so sánh sipas Bắc Ví Dụ và Nam Ví Dụ", "?co-quan=bac-vi-du,nam-vi-du&chi-so=sipas"],
  ["so sánh sipas, papi của Ví Dụ với Nam Ví Dụ", "?co-quan=vi-du,nam-vi-du&chi-so=sipas&thu-hai=papi"],
  // Of whoever bears another name by now the results are those under the old one.
  ["so sánh Bắc Ví Dụ với Mẫu", "?co-quan=bac-vi-du,nam-vi-du&chi-so=papi"],
  ["thứ hạng Bắc Ví Dụ so với Nam Ví Dụ", "?co-quan=bac-vi-du,nam-vi-du&chi-so=papi&xem=hang"],
])("%s: the comparison is opened with the choice made, %s", (query, choice) => {
  expect(comparisonOf(query, asTyped, TABLE)?.hits[0]?.record.url).toBe(`/so-sanh/${choice}`);
});

test("who is compared is named in the first hit, and has a hit of its own", () => {
  const { hits } = comparisonOf("bac vi du so voi vi du", asTyped, TABLE) ?? { hits: [] };
  expect(hits.map(({ record: { title } }) => title)).toEqual([
    "So sánh: Bắc Ví Dụ, Ví Dụ",
    "Ủy ban nhân dân tỉnh Bắc Ví Dụ",
    "Ủy ban nhân dân tỉnh Ví Dụ",
  ]);
});

test("the reading counts that names most of the agencies", () => {
  const spell = (query: string) => [query, query.replace("BVD", "Bắc Ví Dụ")];
  expect(comparisonOf("BVD so với Nam Ví Dụ", spell, TABLE)?.hits).toHaveLength(3);
});

test.each([
  "Bắc Ví Dụ",
  "Bắc Ví Dụ và Nam Ví Dụ",
  "so sánh Bắc Ví Dụ",
  "Ví Dụ so với năm 2022",
  "Ví Dụ so với Báo Ví Dụ",
  "so sánh",
])("%s: no comparison is asked for of two that are measured", query => {
  expect(comparisonOf(query, asTyped, TABLE)).toBeUndefined();
});
