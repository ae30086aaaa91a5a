import { expect, test } from "vitest";
import { shorten } from "../layouts/search-texts.ts";

test.each([
  ["a text that has room stays whole", "một hai", "một hai"],
  ["a longer one ends with a whole word", "một hai bốn năm", "một hai…"],
  ["a word that has no room, as a long address, is cut", "https://vi-du.example/ten", "https://vi…"],
])("%s", (_, text, shown) => expect(shorten(text, 10)).toBe(shown));
