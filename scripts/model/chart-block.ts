import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { CHART_TYPES, type ChartSpec } from "./chart.ts";
import { distinct, reference, slug, text, year } from "./fields.ts";
import { domainKeys, type Index, reportUnknownDomain, reportUnknownIndex } from "./indices.ts";
import { findChartFences, type Prose } from "./markdown.ts";
import type { Report } from "./problem.ts";
import { checkAgency } from "./unknown-agency.ts";
import { suggest } from "./vietnamese.ts";
import { readYaml } from "./yaml.ts";

/** A ```chart block of a page, and the line of the file on which its content begins. */
export interface ChartBlock {
  readonly line: number;
  readonly spec: ChartSpec;
}

const chartFields = z.strictObject({
  type: text,
  index: reference,
  against: reference.optional(),
  component: slug.optional(),
  agencies: distinct(reference).optional(),
  years: z.array(year).optional(),
  highlight: z.union([reference, z.array(reference)]).optional(),
  title: text.optional(),
});

/** What a chart block may name. */
interface ChartSurroundings {
  readonly agencies: AgencyDirectory;
  readonly indices: ReadonlyMap<string, Index>;
  /** `<index>|<year>` of every year with a result. */
  readonly resultYears: ReadonlySet<string>;
}

/**
 * Reads the ```chart blocks of a piece of prose. An unknown type, index, component, agency or year is a problem at its
 * own line. `years: [2021, 2023]` of a trend means from–to; elsewhere the years themselves.
 */
export function parseChartBlocks(
  prose: Prose,
  file: string,
  surroundings: ChartSurroundings,
  report: Report,
): ChartBlock[] {
  return findChartFences(prose).flatMap(fence => {
    const spec = parseChartBlock(fence, file, surroundings, report);
    return spec ? [{ line: fence.line, spec }] : [];
  });
}

function parseChartBlock(
  fence: Prose,
  file: string,
  { agencies, indices, resultYears }: ChartSurroundings,
  report: Report,
): ChartSpec | undefined {
  const start = { file, line: fence.line, column: 1 };
  const read = readYaml(fence.source, start, chartFields, report);
  if (!read) return undefined;
  const { fields, placeOf } = read;
  let sound = true;
  const refuse: Report = (...problem) => {
    sound = false;
    report(...problem);
  };
  const type = CHART_TYPES.find(known => known === fields.type);
  if (!type)
    refuse(
      placeOf("type"),
      `không có loại biểu đồ “${fields.type}”`,
      suggest(fields.type, CHART_TYPES, `các loại: ${CHART_TYPES.join(", ")}`),
    );
  for (const name of ["index", "against"] as const) {
    const id = fields[name];
    if (id !== undefined && !indices.has(id)) reportUnknownIndex(id, indices, placeOf(name), refuse);
  }
  if (type === "scatter" && fields.against === undefined)
    refuse(start, "biểu đồ scatter thiếu khóa “against”", "thêm against: mã của chỉ số thứ hai");
  const index = indices.get(fields.index);
  const keys = index ? domainKeys(index) : [];
  if (index && fields.component !== undefined && !keys.includes(fields.component))
    reportUnknownDomain(fields.component, index.id, keys, placeOf("component"), refuse);
  const highlight = fields.highlight === undefined ? [] : [fields.highlight].flat();
  for (const [key, ids] of [
    ["agencies", fields.agencies ?? []],
    ["highlight", highlight],
  ] as const)
    for (const [i, id] of ids.entries()) checkAgency(id, agencies, placeOf(key, i), refuse);
  if (index)
    for (const [i, y] of (fields.years ?? []).entries())
      if (!resultYears.has(`${index.id}|${y}`))
        refuse(
          placeOf("years", i),
          `chỉ số ${index.id} không có kết quả năm ${y}`,
          "chọn năm có trong data/results",
          `results of ${index.id}`,
        );
  if (!type || !sound) return undefined;
  return {
    type,
    index: fields.index,
    against: fields.against,
    component: fields.component,
    agencies: fields.agencies ?? [],
    years: fields.years ?? [],
    highlight,
    title: fields.title,
  };
}
