import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNode, LineCounter, parse, parseDocument } from "yaml";
import { parsePlainYaml, placeInPlainYaml } from "../scripts/model/yaml.ts";

const START = { file: "a.md", line: 1, column: 1 };

const readYaml = (source: string) => {
  try {
    return parse(source, { schema: "failsafe", logLevel: "silent" });
  } catch {
    return undefined;
  }
};

/** Paths of all values, and of all items of lists. */
const pathsOf = (map: Record<string, string | string[]>): (string | number)[][] =>
  Object.entries(map).flatMap(([key, value]) => [
    [key],
    ...(Array.isArray(value) ? value.map((_, i) => [key, i]) : []),
  ]);

/** Where the yaml package sees a value. */
const placeInYaml = (source: string, path: (string | number)[]) => {
  const lineCounter = new LineCounter();
  const node = parseDocument(source, { schema: "failsafe", lineCounter }).getIn(path, true);
  if (!isNode(node) || !node.range) throw new Error(`Nothing at ${path.join(".")}`);
  const { line, col: column } = lineCounter.linePos(node.range[0]);
  return { file: "a.md", line, column };
};

describe("plain front matter is read as YAML", () => {
  test.each([
    "\ntitle: Kế hoạch số 1\nagency: so-noi-vu\nyear: 2023\nindices: [par-index, sipas]\n",
    "number: 10/KH-UBND, ngày 5\nissued: 2023-06-30  \n",
    "indices: [a , b,c ]\n",
    "title: 0123\nyear: 1_000\nstate: null\nx: yes & no\n",
  ])("%j", source => expect(parsePlainYaml(source)).toEqual(readYaml(source)));
});

test.each([
  "title: 'a'\n",
  "title: a: b\n",
  "title: a # b\n",
  "title:\n",
  "title: |\n  a\n",
  "title: a\n  b\n",
  "indices: []\n",
  "indices: [a, [b]]\n",
  "indices: [a, *b]\n",
  "indices:\n  - a\n",
  "title: a\ntitle: b\n",
  "title: &a b\n",
  "- a\n",
  "",
])("%j is left to the yaml package", source => expect(parsePlainYaml(source)).toBeUndefined());

test("whatever is typed, it is read alike, its places too, or left to the yaml package", () => {
  const piece = fc.constantFrom(
    ..."aabbđđ1122   ,.:#[]{}'\"-&*!|>%@`?/=~_()…“”\t\n",
    "a: b",
    "\nkey: ",
    "[a, b]",
    "null",
    "\u00a0",
    "---",
    "...",
  );
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("a", "b", "c_d"), fc.array(piece, { maxLength: 6 })), {
        maxLength: 3,
      }),
      pairs => {
        const source = pairs.map(([key, value]) => `${key}: ${value.join("")}\n`).join("");
        const plain = parsePlainYaml(source);
        if (!plain) return;
        read++;
        expect(plain).toEqual(readYaml(source));
        for (const path of pathsOf(plain))
          expect(placeInPlainYaml(source, START, path)).toEqual(placeInYaml(source, path));
      },
    ),
    { numRuns: 20_000, seed: 1 },
  );
  expect(read).toBeGreaterThan(500);
});
