/**
 * Works on every item in order, a few at a time. After a failure no further item is begun; the first failure is thrown when
 * the items that were begun have ended.
 * @param work gets an item, and the number of the worker that it runs in, from 0
 */
export async function forEachAtOnce<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item, worker: number) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items].values();
  const failures: unknown[] = [];
  const worker = async (number: number) => {
    for (const item of waiting) {
      if (failures.length > 0) return;
      await work(item, number).catch(error => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)));
  if (failures.length > 0) throw failures[0];
}
