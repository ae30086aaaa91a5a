import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isStarted, runCommand } from "./command.ts";
import { jsonSchema } from "./model/format.ts";
import { snippets } from "./model/snippets.ts";

const FOLDER = ".vscode";

/** What code editors are told about the formats, by file name: JSON Schema of front matter, and snippets. */
export function describeFormats(): Map<string, string> {
  const files = new Map<string, object>([["minh-bach.code-snippets", snippets()]]);
  for (const name of ["plan", "update", "page"] as const) files.set(`${name}.schema.json`, jsonSchema(name));
  return new Map([...files].map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]));
}

/** Writes them into .vscode/, where they are kept with the project; a test tells when they have to be written anew. */
async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const files = describeFormats();
  for (const [name, text] of files) await writeFile(join(FOLDER, name), text);
  console.log(`Đã ghi ${files.size} tệp vào ${FOLDER}/`);
}

const HELP = {
  usage: `  npm run describe    ghi JSON Schema và đoạn mẫu của các định dạng vào .vscode/`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
