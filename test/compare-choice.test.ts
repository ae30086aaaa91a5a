import { expect, test } from "vitest";
import { chartsOfChoice, fitChoice, formatChoice, parseChoice } from "../layouts/parts/compare-choice.ts";
import { exampleTables } from "./support/chart-example.ts";

test("a choice survives its way through the address", () => {
  const fallback = {
    agencies: [],
    index: "papi",
    second: "",
    component: "",
    from: undefined,
    to: undefined,
    measure: "value",
  } as const;
  const read = (query: string) => parseChoice(query, fallback, ["papi", "sipas"]);
  expect(read("")).toEqual(fallback);
  const choice = { ...fallback, agencies: ["a", "b"], second: "sipas", from: 2019, measure: "rank" } as const;
  expect(read(formatChoice(choice))).toEqual(choice);
  expect(read("?co-quan=a,b,c,d,e,f,g,h,i,<x>").agencies).toHaveLength(8);
  expect(read("?co-quan=a,a").agencies).toEqual(["a"]);
  for (const unknown of ["khong-co", "__proto__", "constructor", "<img>", "../x"])
    expect(read(`?chi-so=${unknown}&thu-hai=${unknown}`)).toEqual(fallback);
  const domain = { ...fallback, index: "vi-du", component: "__proto__" };
  expect(chartsOfChoice(domain, exampleTables()).map(({ component }) => component)).toEqual([undefined]);
});

test("what an index does not have counts as not chosen, and two years stand in their order", () => {
  const tables = exampleTables();
  const table = tables.get("vi-du");
  const years = table?.years ?? [];
  const [first, last] = [years[0], years.at(-1)];
  const plain = {
    agencies: [],
    index: "vi-du",
    second: "",
    component: "",
    from: undefined,
    to: undefined,
    measure: "value",
  } as const;
  const asked = { ...plain, second: "vi-du", component: "khong-co", from: 1900, to: 2999 };
  expect(fitChoice(asked, table)).toEqual(plain);
  expect(chartsOfChoice(asked, tables).map(({ years }) => years)).toEqual([[first, last]]);
  expect(fitChoice({ ...plain, from: last, to: first }, table)).toEqual({ ...plain, from: first, to: last });
  expect(fitChoice(asked, undefined)).toEqual(asked);
});
