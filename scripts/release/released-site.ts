import { urls } from "../../layouts/urls.ts";
import type { ReleasedFile, ReleasedPage, ReleasedSite } from "../model/release.ts";
import { TRUST_PAGE } from "./after-pages.ts";
import { isPublished } from "./files.ts";
import type { PageFacts } from "./pages.ts";
import { comparedFiles } from "./store.ts";

/** What the next release compares itself with. */
export function releasedSite(
  files: readonly ReleasedFile[],
  pages: readonly PageFacts[],
  movedFiles: readonly string[],
): ReleasedSite {
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
  return { pages: Object.fromEntries(facts), files: comparedFiles(files), movedFiles };
}
