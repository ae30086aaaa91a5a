import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { digestOf, readSealed, writeSealed } from "./cache.ts";
import { digester, digestText } from "./digest.ts";
import { stampOf } from "./kept-pages.ts";
import type { Sources } from "./load.ts";
import type { Revision } from "./model/revision.ts";
import type { Settings } from "./settings.ts";
import type { SourceDigests } from "./source-digests.ts";

/** The site in the output folder, by what it was made from. */
interface StandingSite {
  /**
   * What the build that made it said of its content, when it was made from all the same and nobody has touched a file
   * since: another build would give the same bytes.
   */
  readonly said: string | undefined;
  /** Remembers that the site which stands there now was made from this, and what was said. */
  remember(said: string): Promise<void>;
}

interface Journal {
  /** Digest of everything that decides a byte of the site. */
  readonly inputs: string;
  /** Digest of what the file system says of its files. */
  readonly files: string;
  readonly said: string;
}

/** @param isWhole with share images and search index */
export async function openStandingSite(
  { history, dataHistory, problems }: Sources,
  texts: SourceDigests,
  settings: Settings,
  revision: Revision | undefined,
  isWhole: boolean,
): Promise<StandingSite> {
  const { outputDir, cacheDir, harvestDir } = settings;
  const file = join(cacheDir, "sites", digestText(resolve(outputDir)));
  const given = [settings, texts, history, dataHistory, revision, isWhole, process.version];
  const inputs = await digestOf([harvestDir], digester(() => undefined)(given));
  const sealed = await readSealed(file);
  const before: Journal | undefined = sealed && JSON.parse(sealed.toString());
  const isSame = problems.length === 0 && before?.inputs === inputs && before.files === stampsOf(outputDir);
  return {
    said: isSame ? before.said : undefined,
    async remember(said) {
      const journal: Journal = { inputs, files: stampsOf(outputDir), said };
      await writeSealed(file, Buffer.from(JSON.stringify(journal)));
    },
  };
}

/** Digest of the names of all files below a folder, with what tells that one was touched. */
function stampsOf(folder: string): string {
  const hash = createHash("sha256");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names.sort()) hash.update(`${name}\0${stampOf(join(folder, name))}\0`);
  return hash.digest("base64url");
}
