import { expect, test } from "vitest";
import { excerptOf } from "../layouts/client/search/excerpt.ts";

const FILLER = "Các phòng, đơn vị báo cáo đúng thời hạn, đúng nội dung được giao. ".repeat(5);

test("an excerpt is cut where the words stand together, not where the first of them stands", () => {
  const text = `Ban hành kèm phụ lục. ${FILLER}Đẩy mạnh cải cách hành chính trong toàn tỉnh. ${FILLER}`;
  const excerpt = excerptOf(text, ["cai cach hanh chinh"]);
  expect(excerpt).toContain("cải cách hành chính");
  expect(excerpt).not.toContain("Ban hành");
  expect(excerpt.length).toBeLessThan(230);
});

test("of places with as many of the words the first is shown", () => {
  const text = `Hồ sơ đất đai của hộ. ${FILLER}Hồ sơ đất đai của tổ chức.`;
  expect(excerptOf(text, ["dat dai"])).toMatch(/^Hồ sơ đất đai của hộ/);
});

test("a text without the words is shown from its beginning", () => {
  expect(excerptOf(FILLER, ["dat dai"])).toMatch(/^Các phòng, đơn vị .*…$/);
});
