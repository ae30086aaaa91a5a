import { expect, test } from "vitest";
import { formatNumber } from "../layouts/format.ts";
import { decimalClasses, decimalSign } from "../layouts/parts/decimals.ts";

test.each([
  ["as they are, all whole", ["43", "7"], ["number", "number"]],
  ["with room for one digit", ["45,79", "45,7"], ["number", "number less-1"]],
  ["with room for digits and their sign", ["45,79", "43"], ["number", "number whole-2"]],
  ["of one digit", ["45,7", "43"], ["number", "number whole-1"]],
  ["beside what is none", ["45,79", "–"], ["number", "number"]],
  ["with thousands", ["7.436", "1,5"], ["number whole-1", "number"]],
])("numbers of a column stand by their decimal signs: %s", (_, texts, classes) => {
  expect(decimalClasses(texts, decimalSign(formatNumber))).toEqual(classes);
});
