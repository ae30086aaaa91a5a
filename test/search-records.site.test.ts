import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";
import type { SearchTable } from "../scripts/model/search-table.ts";

test("all that can be found is a page of the site, and a board of tasks is found by its status", async () => {
  const folder = inject("shippedSite");
  const packed = await readFile(join(folder, "pagefind", "records.pack"));
  const { records }: SearchTable = JSON.parse(gunzipSync(packed).toString());
  const missing = await Promise.all(
    records.map(async ({ url }) => {
      const [page = ""] = url.split("#");
      return (await stat(join(folder, page, "index.html")).catch(() => undefined)) ? [] : [url];
    }),
  );
  expect(missing.flat()).toEqual([]);
  expect(records.find(({ title }) => title === "Nhiệm vụ: Quá hạn")?.url).toBe(
    "/nhiem-vu/tinh-trang/qua-han/",
  );
});
