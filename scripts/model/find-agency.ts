import { type Agency, type AgencyDirectory, ancestorsOf, existsOn, scopeKey } from "./agency.ts";
import type { IsoDate } from "./fields.ts";
import { nameKey } from "./vietnamese.ts";

/** What a printed name turned out to be. */
type Resolution =
  | { readonly kind: "found"; readonly agency: Agency }
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly candidates: readonly Agency[] };

/**
 * Finds the agency that a document means by a name. The document's own tree comes first: the issuer and all below
 * it, then its parent and all below that, and so on up, then the rest. An agency of another province is meant only by a
 * name that says the province. Among equals, those that exist on `day`.
 * @param within id of the agency that issued the document
 */
export function resolveAgency(
  directory: AgencyDirectory,
  name: string,
  within: string,
  day?: IsoDate,
): Resolution {
  const key = nameKey(name);
  for (const scope of [...ancestorsOf(directory.byId, within), ""]) {
    const candidates = directory.byName
      .get(scopeKey(scope, key))
      ?.filter(agency => key.includes(placeOf(directory, agency, within) ?? ""));
    if (!candidates?.length) continue;
    const alive = day === undefined ? candidates : candidates.filter(agency => existsOn(agency, day));
    const best = alive.length > 0 ? alive : candidates;
    const [only, ...others] = best;
    return only && others.length === 0
      ? { kind: "found", agency: only }
      : { kind: "ambiguous", candidates: best };
  }
  return { kind: "unknown" };
}

/** All agencies of a name, wherever they stand. */
export function findByName(directory: AgencyDirectory, name: string): readonly Agency[] {
  return directory.byName.get(scopeKey("", nameKey(name))) ?? [];
}

/**
 * Where an agency belongs that is not of the place of the document: `quảng nam`. Every province has a Sở Nội vụ and a Công
 * an tỉnh, so whoever means those of another one must say which.
 * @returns undefined for what any document may name: bodies, central agencies, and those of no place
 */
export function placeOf({ byId }: AgencyDirectory, agency: Agency, within: string): string | undefined {
  if (within === "" || agency.kind === "body" || agency.level === "central") return undefined;
  const chainOf = (id: string) =>
    ancestorsOf(byId, id)
      .flatMap(above => byId.get(above) ?? [])
      .filter(({ level }) => level !== "central");
  const chain = chainOf(agency.id);
  const own = chainOf(within);
  if (chain.some(above => own.includes(above))) return undefined;
  // A committee may be entered as another kind; its name says the place all the same.
  const body = chain.find(({ kind }) => kind === "body") ?? chain.find(above => readPlace(above));
  const place = body && readPlace(body);
  return own.some(above => readPlace(above) === place) ? undefined : place;
}

function readPlace({ name }: Agency): string | undefined {
  const place = /.*(?:tỉnh|thành phố|huyện|xã|phường)\s+(?!ủy)(\S.*)$/iu.exec(name)?.[1];
  return place && nameKey(place);
}
