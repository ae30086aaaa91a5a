import { expect, test } from "vitest";
import { chartsOfChoice, formatChoice, parseChoice } from "../layouts/parts/compare-choice.ts";
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
