/**
 * Loads something for whoever asks, and hands it to the last one only: a second one who asks while the first still waits
 * may be served before it, and what the first then did would stand in the end.
 */
export function forLastAsked<Loaded>(
  load: () => Promise<Loaded>,
): (use: (loaded: Loaded) => void) => Promise<void> {
  let last = 0;
  return async use => {
    const own = ++last;
    const loaded = await load();
    if (own === last) use(loaded);
  };
}
