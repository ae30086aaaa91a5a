import { readFileSync } from "node:fs";
import { z } from "zod";

const manifest = z.object({ dependencies: z.object({ pagefind: z.string() }) });

/** The version of Pagefind that writes this site's index, and whose client reads it: package.json pins it exactly. */
export const PAGEFIND_VERSION = manifest.parse(
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")),
).dependencies.pagefind;
