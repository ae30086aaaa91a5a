import { resolve } from "node:path";
import { runGit } from "./git.ts";
import type { Revision } from "./model/revision.ts";

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
