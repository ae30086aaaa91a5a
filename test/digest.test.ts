import { describe, expect, test } from "vitest";
import { digester } from "../scripts/digest.ts";

const digest = digester(() => undefined);
const LONG = "một câu dài ".repeat(20);

describe("what differs has another digest", () => {
  test.each<[string, unknown, unknown]>([
    ["texts that run into one another", ["a", "bc"], ["ab", "c"]],
    ["a text that looks like two", ['a",1:b'], ["a", "b"]],
    ["a number and its text", [1], ["1"]],
    ["nothing, and no text", [undefined], [""]],
    ["the order of a list", [1, 2], [2, 1]],
    ["the order of fields", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["the name of a field", { a: 1 }, { b: 1 }],
    ["a field that is undefined", { a: undefined }, {}],
    ["the key of a map", new Map([["a", 1]]), new Map([["b", 1]])],
    ["the value of a map", new Map([["a", 1]]), new Map([["a", 2]])],
    ["the first of a list", [1, 2], [3, 2]],
    ["the first field of several", { a: 1, b: 2 }, { a: 3, b: 2 }],
    [
      "the first pair of a map",
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
      new Map([
        ["a", 3],
        ["b", 2],
      ]),
    ],
    ["what a set holds", new Set(["a"]), new Set(["b"])],
    ["the first of a set", new Set(["a", "b"]), new Set(["c", "b"])],
    ["null and nothing", [null], [undefined]],
    ["a list and a set", ["a"], new Set(["a"])],
    ["a list in a list", [["a"], "b"], ["a", ["b"]]],
    ["the end of something long", { a: LONG }, { a: `${LONG}!` }],
    ["what something long holds", { a: { b: LONG, c: 1 } }, { a: { b: LONG, c: 2 } }],
  ])("%s", (_, one, other) => expect(digest(one)).not.toBe(digest(other)));
});

test("what is equal has the same, the second time too", () => {
  const make = () => ({ map: new Map([["a", [LONG, 1, undefined]]]), set: new Set([LONG]) });
  const value = make();
  expect([digest(value), digest(make()), digester(() => undefined)(make())]).toEqual(
    Array.from({ length: 3 }, () => digest(value)),
  );
});

test("an object that is told apart by a text of its own is not looked into", () => {
  const task = { id: "A.1", run: () => {} };
  expect(digester(object => (object === task ? "A.1" : undefined))([task])).toBe("Array[A.1,]");
});

test.each([
  ["a function", () => {}],
  ["a day", new Date(0)],
  ["a sign", Symbol("a")],
])("%s is no value", (_, value) => {
  expect(() => digest({ value })).toThrow(TypeError);
});
