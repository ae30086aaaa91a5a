import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ToldFailure } from "../../scripts/command.ts";
import { importFile } from "../../scripts/import.ts";
import { readSettings } from "../../scripts/settings.ts";
import { runScript } from "./run.ts";

/** A file to import, in a folder of its own with a copy of the good example site. */
export async function place(file: string, content: string | Uint8Array) {
  const root = await mkdtemp(join(tmpdir(), "nhap-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp("test/fixtures/good", join(root, "trang"), { recursive: true });
  const path = join(root, file);
  await mkdir(root, { recursive: true });
  await writeFile(path, content);
  const out = join(root, "ra");
  const env = {
    CONTENT_DIR: join(root, "trang/content"),
    DATA_DIR: join(root, "trang/data"),
    AS_OF: "2023-08-31",
  };
  const run = (...args: string[]) => runScript("scripts/import.ts", env, [path, ...args]);
  const importHere = (options: Partial<Parameters<typeof importFile>[0]>): Promise<string> =>
    importFile({ file: path, ...options }, readSettings(env, new Date()), () => {}).catch(
      (error: unknown) => {
        if (error instanceof ToldFailure) return error.said;
        throw error;
      },
    );
  return { root, path, out, env, run, importHere };
}
