import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadTemplate } from "../scripts/load-template.ts";

let folder = "";
let server: ViteDevServer;
/** Called when the part of the page was read, before what was read is used. */
let whenRead: () => void | Promise<void> = () => {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-template-"));
  await writeFile(join(folder, "page.ts"), 'import { word } from "./part.ts";\nexport const text = word;\n');
  server = await createServer({
    configFile: false,
    root: folder,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [
      {
        name: "slow",
        enforce: "pre",
        transform: async (_, id) => (id.endsWith("part.ts") ? void (await whenRead()) : undefined),
      },
    ],
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
  whenRead = () => {};
});

/** Saves a file, of which the server is told as by its watcher. */
async function save(text: string): Promise<void> {
  const path = join(folder, "part.ts");
  await writeFile(path, text);
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.onFileChange(path);
}
const load = () => loadTemplate(server, join(folder, "page.ts"));

test("a template is loaded as it is now, mistakes and all", async () => {
  await save('export const word = "một";');
  expect(await load()).toMatchObject({ text: "một" });
  await save("export const word = <<;");
  await expect(load()).rejects.toThrow("part.ts");
  await save('export const word = "hai";');
  expect(await load()).toMatchObject({ text: "hai" });
});

test("a mistake that is mended while it is being loaded is not shown again", async () => {
  await save("export const word = <<;");
  whenRead = () => {
    whenRead = () => {};
    return save('export const word = "một";');
  };
  await expect(load()).rejects.toThrow("part.ts");
  expect(await load()).toMatchObject({ text: "một" });
});
