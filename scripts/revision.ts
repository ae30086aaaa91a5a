import { resolve } from "node:path";
import { runGit } from "./git.ts";
import type { IsoDate } from "./model/fields.ts";

/** The state of the content that a site is built from, as Git knows it. */
export interface Revision {
  /** Full name of the commit. */
  readonly id: string;
  /** The day on which it was made. */
  readonly day: IsoDate;
  /** Whether the folders hold something that is not in it. */
  readonly changed: boolean;
}

/**
 * Asks Git which revision the folders of content and data stand at. Read once, by the command that builds, and handed
 * down: the same content at the same revision gives the same bytes.
 * @returns undefined where there is no Git, or the content is not kept in it
 */
export async function readRevision(folders: {
  contentDir: string;
  dataDir: string;
}): Promise<Revision | undefined> {
  const content = resolve(folders.contentDir);
  const commit = await runGit(content, ["log", "-1", "--format=%H %cs"]);
  const changes = await runGit(content, ["status", "--porcelain", "--", content, resolve(folders.dataDir)]);
  if (commit === undefined || changes === undefined) return undefined;
  const [id = "", day = ""] = commit.trim().split(" ");
  return { id, day, changed: changes !== "" };
}
