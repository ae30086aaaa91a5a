import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatProblem } from "../scripts/model/problem.ts";
import { checkHtml } from "../scripts/release/check-html.ts";
import { listSite } from "../scripts/release/files.ts";
import { siteFiles } from "./support/arbitrary-site.ts";
import { fingerprint } from "./support/fingerprint.ts";
import { findDeadLinks } from "./support/links.ts";
import { runScript } from "./support/run.ts";

/** One site has nothing yet; what each of the others is made of is found by chance, the same at every run. */
const samples = [{}, ...fc.sample(siteFiles, { numRuns: 3, seed: 7 })].map((files, i) => [i, files] as const);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-arbitrary-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(site: string): Promise<void> {
  const { code, stderr } = await runScript("scripts/build.ts", {
    CONTENT_DIR: join(folder, "content"),
    DATA_DIR: join(folder, "data"),
    OUTPUT_DIR: site,
    AS_OF: "2023-08-31",
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

// Each is built where the one before stands, whose pages it keeps as far as they are the same.
describe.each(samples)("site %i of odd words and gaps", (_, files) => {
  let site = "";
  beforeAll(async () => {
    site = join(folder, "site");
    for (const name of ["content", "data"]) {
      await rm(join(folder, name), { recursive: true, force: true });
      await mkdir(join(folder, name));
    }
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, /\.(csv|yaml)$/.test(name) ? "data" : "content", name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    await build(site);
  });

  test("is built into valid pages whose links lead somewhere", async () => {
    expect((await checkHtml(site, await listSite(site))).map(formatProblem)).toEqual([]);
    expect((await findDeadLinks(site, "/")).dead).toEqual([]);
  });

  test("has the bytes of a site that is built in an empty folder", async () => {
    const cold = join(folder, "cold");
    await rm(cold, { recursive: true, force: true });
    await build(cold);
    expect(await fingerprint(site)).toEqual(await fingerprint(cold));
  });
});
