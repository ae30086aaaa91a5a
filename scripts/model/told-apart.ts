import { getOrMake } from "./maps.ts";

/**
 * Names of several things, each told from the others: where two have the same name, what they are told apart by follows it
 * in parentheses, and no more than is needed for that.
 * @param notes what may follow a name, the first that differs before the others
 * @returns by thing, in their order
 */
export function toldApart<Item>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
  notes: readonly ((item: Item) => string | undefined)[],
): Map<Item, string> {
  let names = new Map([...items].map(item => [item, [nameOf(item)]]));
  for (const note of notes) {
    const notesOf = new Map<string, Set<string | undefined>>();
    for (const [item, name] of names) getOrMake(notesOf, name.join(), () => new Set()).add(note(item));
    names = new Map(
      [...names].map(([item, name]) => {
        const more = (notesOf.get(name.join())?.size ?? 0) > 1 && note(item);
        return [item, more ? [...name, more] : name];
      }),
    );
  }
  return new Map(
    [...names].map(([item, [name = "", ...more]]) => [
      item,
      more.length > 0 ? `${name} (${more.join(", ")})` : name,
    ]),
  );
}
