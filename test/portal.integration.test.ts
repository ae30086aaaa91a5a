import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDeadLinks } from "./support/links.ts";
import { folder, held, published, serve } from "./support/peers.ts";
import { runScript } from "./support/run.ts";

test("the pages of a portal show every site, and who has not published", async () => {
  const data = join(folder, "data");
  await cp("test/fixtures/good/data", data, { recursive: true });
  await writeFile(
    join(data, "sites.csv"),
    `id,name,address\nan,Tỉnh An,${published("an")}\nbinh,Tỉnh Bình,${await serve(published("binh"))}\nvang,Tỉnh Vắng,${join(folder, "vang")}\n`,
  );
  const env = {
    CONTENT_DIR: "test/fixtures/good/content",
    DATA_DIR: data,
    HARVEST_DIR: held,
    OUTPUT_DIR: join(folder, "site"),
    AS_OF: "2023-10-01",
  };
  const harvested = await runScript("scripts/harvest.ts", env);
  expect(harvested).toMatchObject({ code: 1, stderr: expect.stringContaining("vang: KHÔNG LẤY ĐƯỢC") });
  expect(harvested.stdout).toContain("3 trang, 1 trang không lấy được hoặc sai.");
  const built = await runScript("scripts/build.ts", env);
  expect(built).toMatchObject({ code: 0, stderr: "" });
  const page = (path: string) => readFile(join(folder, "site", path, "index.html"), "utf8");
  const overview = await page("lien-thong");
  for (const name of ["Tỉnh An", "Tỉnh Bình"]) expect(overview).toContain(name);
  expect(overview.slice(overview.indexOf("Chưa công bố"))).toContain(
    "Tỉnh Vắng: du-lieu/datapackage.json: không có tệp này",
  );
  expect(await page("lien-thong/ke-hoach")).toMatch(
    /href="http:\/\/127\.0\.0\.1:\d+\/ke-hoach\/cchc-2023\/"/,
  );
  expect(await page("lien-thong/co-quan")).toContain("Sở Nội vụ tỉnh Bình");
  expect((await findDeadLinks(join(folder, "site"), "/")).dead).toEqual([]);
});
