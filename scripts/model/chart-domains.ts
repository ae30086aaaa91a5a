import type { ChartBase, ChartSpec, DomainsData } from "./chart.ts";
import { cellsOf, type IndexTable, nameIn, namesOf, unitOf } from "./index-table.ts";
import { hardBreaksBetween } from "./series.ts";

/** The domains of an index: two years of one agency, or one, or two agencies in one year. */
export function domainsData(table: IndexTable, spec: ChartSpec, base: ChartBase): DomainsData | undefined {
  const [first, second] = spec.agencies;
  if (first === undefined) return undefined;
  const names = namesOf(table, second === undefined ? [first] : [first, second]);
  const name = (id: string) => names.get(id) ?? id;
  const asked = spec.years.toSorted((a, b) => a - b);
  const years = asked.length > 0 ? asked : domainYears(table, first).slice(-2);
  const last = years.at(-1) ?? 0;
  const before = years[0] ?? last;
  const sides =
    second === undefined
      ? [
          [first, before === last ? undefined : before],
          [first, last],
        ]
      : [
          [first, last],
          [second, last],
        ];
  const cell = (key: string, side: number) => {
    const [agency, year] = sides[side] ?? [];
    return cellsOf(table, String(agency), key).find(item => item.year === year && item.value !== undefined);
  };
  const rows = table.components
    .map(component => {
      const { key } = component;
      return { key, name: nameIn(component, last), a: cell(key, 0), b: cell(key, 1) };
    })
    .filter(({ a, b }) => a || b);
  if (rows.length === 0) return undefined;
  const cells = rows.flatMap(({ a, b }) => [a, b]).filter(side => side !== undefined);
  // Each of its own edition: the maximum of another year is none of this one.
  const maxima = new Set(cells.map(({ maximum }) => maximum));
  return {
    ...base,
    type: "domains",
    ofYears: second === undefined,
    unit: unitOf(table, cells),
    labels: second === undefined ? [String(before), String(last)] : [name(first), name(second)],
    subject: second === undefined ? name(first) : String(last),
    rows,
    asShare: maxima.size > 1 && !maxima.has(undefined),
    comparable: second !== undefined || hardBreaksBetween(table.breaks, before, last).length === 0,
  };
}

/** The years in which an agency has a value of any domain, ascending. */
function domainYears(table: IndexTable, agency: string): number[] {
  const cells = table.components.flatMap(({ key }) => cellsOf(table, agency, key));
  const years = cells.flatMap(({ year, value }) => (value === undefined ? [] : [year]));
  return [...new Set(years)].sort((a, b) => a - b);
}
