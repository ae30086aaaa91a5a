import type { DataCorrection } from "../scripts/model/data-change.ts";
import type { Site } from "../scripts/model/site.ts";
import { feedStrings, historyStrings } from "./history-strings.ts";
import { correctionAddress } from "./index-history.ts";
import { indexName } from "./index-name.ts";
import { DataChanges } from "./parts/data-history.tsx";
import { siteName } from "./site-name.ts";
import { urls } from "./urls.ts";

/**
 * What the feed says of corrected results: what came of them, and where all of it stands.
 * @param most how many lines are told
 */
export function dataEntry(correction: DataCorrection, site: Site, most: number) {
  const { commit, index, at, results, added, described } = correction;
  const path = site.indices.has(index) ? correctionAddress(site, correction) : urls.corrections;
  const came = added.reduce((sum, { count }) => sum + count, 0);
  return {
    id: `sua-doi/${commit}/chi-so/${index}`,
    path,
    page: path,
    title: feedStrings.data(indexName(site, index), results.length, came, described.length),
    content: (
      <DataChanges
        site={site}
        correction={correction}
        most={most}
        rest={<a href={path}>{historyStrings.ofIndex.inHistory}</a>}
      />
    ),
    author: siteName(site),
    published: at,
  };
}
