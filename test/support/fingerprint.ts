import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listSite } from "../../scripts/release/files.ts";

/** Every file of a built site as `name SHA-256`. */
export async function fingerprint(site: string): Promise<string[]> {
  const names = await listSite(site);
  return Promise.all(
    names.map(
      async name =>
        `${name} ${createHash("sha256")
          .update(await readFile(join(site, name)))
          .digest("hex")}`,
    ),
  );
}
