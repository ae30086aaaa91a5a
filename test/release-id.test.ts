import { expect, test } from "vitest";
import { releaseId } from "../scripts/release/manifest.ts";

const FILES = [
  { path: "index.html", size: 1, sha256: "a".repeat(64) },
  { path: "404.html", size: 1, sha256: "b".repeat(64) },
];
const renamed = FILES.map((file, i) => ({ ...file, path: FILES.at(i - 1)?.path ?? "" }));
const changed = FILES.map(file => ({ ...file, sha256: "c".repeat(64) }));
const ID = releaseId("2023-10-01", FILES, "serving");

test("a release is named by its day and by what is in it: the same gives the same name", () => {
  expect(ID).toMatch(/^2023-10-01-[0-9a-f]{8}$/);
  expect(releaseId("2023-10-01", structuredClone(FILES), "serving")).toBe(ID);
});

test.each([
  ["another day", "2023-10-02", FILES, "serving"],
  ["files under each other's names", "2023-10-01", renamed, "serving"],
  ["other files", "2023-10-01", changed, "serving"],
  ["other settings of the server", "2023-10-01", FILES, "other"],
])("%s gives another name", (_, day, files, serving) => {
  expect(releaseId(day, files, serving)).not.toBe(ID);
});
