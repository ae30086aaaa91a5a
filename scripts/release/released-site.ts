import { urls } from "../../layouts/urls.ts";
import type { ReleasedPage, ReleasedSite } from "../model/release.ts";
import { TRUST_PAGE } from "./after-pages.ts";
import { isPublished } from "./files.ts";
import { measureFiles } from "./manifest.ts";
import type { PageFacts } from "./pages.ts";
import { comparedFiles } from "./store.ts";

/** What the next release compares itself with. */
export async function releasedSite(
  folder: string,
  names: readonly string[],
  pages: readonly PageFacts[],
  movedFiles: readonly string[],
): Promise<ReleasedSite> {
  const others = names.filter(name => !name.endsWith(".html"));
  const apart = [TRUST_PAGE, urls.notFound.slice(1)];
  const compared = pages.filter(({ name }) => isPublished(name) && !apart.includes(name));
  const facts = compared.map(({ name, title, digest, parts, forwardsTo }): [string, ReleasedPage] => [
    name,
    {
      title,
      digest,
      ...(parts.size > 0 && { parts: Object.fromEntries(parts) }),
      ...(forwardsTo !== undefined && { forwardsTo }),
    },
  ]);
  const files = comparedFiles(await measureFiles(folder, others));
  return { pages: Object.fromEntries(facts), files, movedFiles };
}
