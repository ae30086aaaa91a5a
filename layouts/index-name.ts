import { type Index, KNOWN_INDICES } from "../scripts/model/indices.ts";
import type { Site } from "../scripts/model/site.ts";

/** What a described index is called in a line. */
export function shortName({ name, short_name }: Index): string {
  return short_name ?? name;
}

/** The short name of an index. PAR INDEX, SIPAS and PAPI are called so even where no description says it. */
export function indexName(site: Site, id: string): string {
  const index = site.indices.get(id);
  const isKnown = KNOWN_INDICES.some(known => known === id);
  return index?.short_name ?? (isKnown ? id.toUpperCase().replaceAll("-", " ") : (index?.name ?? id));
}
