import type { Site } from "./site.ts";

/**
 * What was asked of a site: a value of it or of what was worked out for it (`site.history.since`, `related.updates`), or
 * of a map or set only one entry (`=key`), whether there is one (`?key`) or how many there are (`#`). It can be asked
 * again of another site.
 */
export type Read = string;

interface Watch {
  readonly site: Site;
  readonly see: <Value>(path: string, value: Value) => Value;
}

const watches = new WeakMap<Site, Watch>();
const derivations = new Map<string, (site: Site) => object>();

/**
 * Something that many pages ask of the whole site: worked out at the first question and kept as long as the site. A page
 * that asks a watched site for it reads only the entries that it takes.
 * @param name what reads call it; no two may have the same
 */
export function perSite<Value extends object>(
  name: string,
  make: (site: Site) => Value,
): (site: Site) => Value {
  const known = new WeakMap<Site, Value>();
  const derive = (site: Site) => {
    const value = known.get(site) ?? make(site);
    known.set(site, value);
    return value;
  };
  derivations.set(name, derive);
  return site => {
    const watch = watches.get(site);
    return watch ? watch.see(name, derive(watch.site)) : derive(site);
  };
}

/**
 * The same site, but it tells what is read of it. Lists are read whole, maps and sets by their entries; what an entry
 * holds (a plan, its tasks) is not watched, it belongs to the entry.
 * @param given fields of the site that are not worth watching, because they are the same whenever reads are asked again
 */
export function watchSite(
  site: Site,
  given: ReadonlySet<string>,
  record: (read: Read, answer: unknown) => void,
): Site {
  // A site never changes: what watches a value of it is made once, and not for each of a million reads.
  const seen = {};
  const see = <Value>(path: string, value: Value): Value => {
    const before: Value | undefined = Reflect.get(seen, path);
    if (before !== undefined) return before;
    const watched =
      value instanceof Map || value instanceof Set
        ? seeEntries(path, value)
        : isRecord(value)
          ? seeFields(path, value)
          : undefined;
    if (watched) {
      Reflect.set(seen, path, watched);
      return watched;
    }
    record(path, value);
    return value;
  };
  const seeFields = <Value extends object>(path: string, value: Value, unseen?: ReadonlySet<string>): Value =>
    // A frozen object would insist on answering with what it holds; a copy does not.
    new Proxy(
      { ...value },
      {
        get: (_, field: string) => {
          const answer = Reflect.get(value, field);
          return unseen?.has(field) ? answer : see(`${path}.${field}`, answer);
        },
      },
    );
  const seeEntries = <Value extends Map<unknown, unknown> | Set<unknown>>(
    path: string,
    value: Value,
  ): Value =>
    new Proxy(value, {
      get: (_, method) => {
        if (method === "size") {
          record(`${path}#`, value.size);
          return value.size;
        }
        if (method === "has")
          return (key: unknown) => {
            record(`${path}?${named(key)}`, value.has(key));
            return value.has(key);
          };
        if (method === "get" && value instanceof Map)
          return (key: unknown) => {
            const answer = value.get(key);
            record(`${path}=${named(key)}`, answer);
            return answer;
          };
        record(path, value);
        const whole = Reflect.get(value, method);
        return typeof whole === "function" ? whole.bind(value) : whole;
      },
    });
  const watched = seeFields("site", site, given);
  watches.set(watched, { site, see });
  return watched;
}

const READ = /^([^?=#]+)(?:([?=#])(.*))?$/s;

/**
 * What a site answers to a read.
 * @throws when nothing of that name was ever worked out for a site, which is a programmer's error
 */
export function answerRead(site: Site, read: Read): unknown {
  const [, path = "", ask, key] = READ.exec(read) ?? [];
  const [root = "", ...fields] = path.split(".");
  let value: unknown = root === "site" ? site : derivations.get(root)?.(site);
  if (value === undefined) throw new Error(`Unknown read of a site: ${read}`);
  for (const field of fields) value = isRecord(value) ? Reflect.get(value, field) : undefined;
  if (ask === undefined || !(value instanceof Map || value instanceof Set)) return value;
  if (ask === "#") return value.size;
  return ask === "=" && value instanceof Map ? value.get(key) : value.has(key);
}

/** A key that can be asked for again. */
function named(key: unknown): string {
  if (typeof key !== "string")
    throw new TypeError(`What is worked out for a site has texts for keys, not ${key}`);
  return key;
}

function isRecord(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !(value instanceof Set)
  );
}
