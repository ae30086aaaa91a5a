import type { ChartSpec } from "../../scripts/model/chart.ts";
import type { IndexTable } from "../../scripts/model/index-table.ts";

/** The most agencies that can be told apart in one chart. */
export const MOST_AGENCIES = 8;

/** What a reader chose on the page of comparison; all of it stands in the address, so that a link reopens it. */
export interface Choice {
  readonly agencies: readonly string[];
  readonly index: string;
  /** Second index, beside the first; "" = none. */
  readonly second: string;
  /** Domain key of the first index; "" = the whole index. */
  readonly component: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly measure: "value" | "rank";
}

/**
 * Reads the choice from an address; what is absent or unknown is as in `fallback`.
 * @param indices ids of the indices there are
 */
export function parseChoice(query: string, fallback: Choice, indices: readonly string[]): Choice {
  const fields = new URLSearchParams(query);
  const year = (name: string) =>
    /^\d{4}$/.test(fields.get(name) ?? "") ? Number(fields.get(name)) : undefined;
  const agencies = fields
    .get("co-quan")
    ?.split(",")
    .filter(id => /^[a-z0-9-]+$/.test(id));
  return {
    agencies: [...new Set(agencies ?? fallback.agencies)].slice(0, MOST_AGENCIES),
    index: indices.find(id => id === fields.get("chi-so")) ?? fallback.index,
    second: indices.find(id => id === fields.get("thu-hai")) ?? "",
    component: fields.get("linh-vuc") ?? "",
    from: year("tu"),
    to: year("den"),
    measure: fields.get("xem") === "hang" ? "rank" : "value",
  };
}

/** The address of a choice, without its default parts. */
export function formatChoice({ agencies, index, second, component, from, to, measure }: Choice): string {
  const fields = [
    ["co-quan", agencies.join(",")],
    ["chi-so", index],
    ["thu-hai", second],
    ["linh-vuc", component],
    ["tu", from ?? ""],
    ["den", to ?? ""],
    ["xem", measure === "rank" ? "hang" : ""],
  ];
  return `?${fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${value}`)
    .join("&")}`;
}

/**
 * A choice as its index can answer it, whatever stands in the address: a domain or year that the index does not have, and
 * a second index that is the first, count as not chosen; of two years the earlier stands first.
 */
export function fitChoice(choice: Choice, table: IndexTable | undefined): Choice {
  if (!table) return choice;
  const [from, to] = [choice.from, choice.to].map(year =>
    year !== undefined && table.years.includes(year) ? year : undefined,
  );
  const isTurned = from !== undefined && to !== undefined && from > to;
  return {
    ...choice,
    second: choice.second === choice.index ? "" : choice.second,
    component: table.cells.has(choice.component) ? choice.component : "",
    from: isTurned ? to : from,
    to: isTurned ? from : to,
  };
}

/** The charts that answer a choice: one for each index, and both against each other in the last year they share. */
export function chartsOfChoice(choice: Choice, tables: ReadonlyMap<string, IndexTable>): ChartSpec[] {
  const { agencies, index, second, component, from, to, measure } = fitChoice(
    choice,
    tables.get(choice.index),
  );
  const type = measure === "rank" ? "rank" : "trend";
  const spec = (id: string, domain?: string): ChartSpec => {
    const years = tables.get(id)?.years ?? [];
    // A year of the first index may lie after the last of the second.
    const first = from ?? years[0] ?? 0;
    const last = to ?? years.at(-1) ?? 0;
    return {
      type,
      index: id,
      component: domain || undefined,
      agencies,
      years: [Math.min(first, last), Math.max(first, last)],
      highlight: [],
    };
  };
  if (second === "") return [spec(index, component)];
  const theirs = new Set(tables.get(second)?.years);
  const shared = (tables.get(index)?.years ?? []).filter(
    year => theirs.has(year) && (from ?? 0) <= year && year <= (to ?? 9999),
  );
  const year = shared.at(-1);
  return [
    spec(index, component),
    spec(second),
    ...(year === undefined
      ? []
      : [
          {
            type: "scatter",
            index,
            against: second,
            agencies: [],
            years: [year],
            highlight: agencies,
          } as const,
        ]),
  ];
}
