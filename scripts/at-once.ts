/**
 * Does something with every item, a few at a time and in their order. After a failure nothing more is begun; it is thrown
 * once what was begun has ended.
 * @param work is told which of those at work it is, from 0
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
