import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ToldFailure } from "./command.ts";
import { parseJson } from "./model/json.ts";
import { type HarvestState, harvestState } from "./model/portal.ts";

/** The folder of a site's search index. */
export function indexFolder(folder: string, id: string): string {
  return join(folder, `search=${id}`);
}

/** The folder of a site's tables, named as engines expect of a partition: `site=<id>`. */
export function peerFolder(folder: string, id: string): string {
  return join(folder, `site=${id}`);
}

/** How the last harvest went; empty before the first one. */
export async function readHarvest(folder: string): Promise<HarvestState[]> {
  const path = join(folder, "harvest.json");
  const text = await readFile(path, "utf8").catch(() => "[]");
  const states = z.array(harvestState).safeParse(parseJson(text));
  if (!states.success) throw new ToldFailure(`“${path}” bị hỏng; chạy lại npm run harvest`);
  return states.data;
}
