/** Groups values by key, in the order in which the keys first come. */
export function groupBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) push(groups, keyOf(value), value);
  return groups;
}

/** How often each key comes, in the order in which the keys first come. */
export function countBy<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The sum of all counts. */
export function totalOf(counts: ReadonlyMap<unknown, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** Adds a value to the list that stands under a key. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The same, unless the value is the last of that list already: one that comes twice in a row counts once. */
export function pushOnce<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  if (map.get(key)?.at(-1) !== value) push(map, key, value);
}

/** The value under a key; where there is none yet, it is made and stays there. */
export function getOrMake<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
