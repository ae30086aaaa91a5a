import { expect, test } from "vitest";
import { digestSources } from "../scripts/source-digests.ts";
import { source } from "./support/sources.ts";

const digests = (content: Record<string, string>, data: Record<string, string> = {}) => {
  const files = (named: Record<string, string>) =>
    Object.entries(named).map(([name, text]) => source(name, text));
  return digestSources({ content: files(content), data: files(data), problems: [] });
};
const DATA = { "agencies.csv": "một", "documents.csv": "hai" };

test.each<[string, Record<string, string>]>([
  ["the text of a table", { ...DATA, "agencies.csv": "khác" }],
  ["which table has a text", { "agencies.csv": "hai", "documents.csv": "một" }],
  ["the name of a table", { "agencies.csv": "một", "sites.csv": "hai" }],
  ["a table more", { ...DATA, "sites.csv": "" }],
])("%s belongs to all pages", async (_, data) => {
  expect((await digests({}, data)).given).not.toBe((await digests({}, DATA)).given);
});

test("plans and reports are told apart by their files, other content is not", async () => {
  const before = await digests(
    { "plans/a/mot.md": "một", "updates/a/mot/1.md": "hai", "pages/ba.md": "ba" },
    DATA,
  );
  const plan = await digests(
    { "plans/a/mot.md": "khác", "updates/a/mot/1.md": "hai", "pages/ba.md": "ba" },
    DATA,
  );
  expect(plan.given).toBe(before.given);
  expect([...plan.byPath].filter(([path, digest]) => before.byPath.get(path) !== digest)).toHaveLength(1);
  expect([...plan.byPath.keys()]).toEqual(["plans/a/mot.md", "updates/a/mot/1.md"]);
  const page = await digests(
    { "plans/a/mot.md": "một", "updates/a/mot/1.md": "hai", "pages/ba.md": "" },
    DATA,
  );
  expect(page.given).not.toBe(before.given);
});
