import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type CorpusSize, generateCorpus } from "./generate.ts";

/** Writes generated content/ and data/ into a folder. */
export async function writeCorpus(folder: string, size: CorpusSize): Promise<void> {
  const corpus = generateCorpus(size);
  for (const kind of ["content", "data"] as const)
    for (const [name, text] of corpus[kind]) {
      const path = join(folder, kind, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
}
