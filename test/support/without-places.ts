/** Where something stands in an editor's file: not published, and so not part of what must come back. */
const PLACES = new Set(["place", "path", "line", "asOfPlace", "evidencePlace", "sourcePlace"]);

/** A value without the places that its parts came from; maps become lists of pairs. */
export function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, withoutPlaces(item)]);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !PLACES.has(key) && item !== undefined)
      .map(([key, item]) => [key, withoutPlaces(item)]),
  );
}
