/** Loads each thing once, by its key. What failed to load is tried anew by whoever asks for it next. */
export function loadedOnce<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const asked = new Map<Key, Promise<Value>>();
  return key => {
    const known = asked.get(key);
    if (known) return known;
    const own = load(key);
    asked.set(key, own);
    own.catch(() => asked.delete(key));
    return own;
  };
}
