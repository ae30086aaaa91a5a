import { findNearest, fold, suggest } from "./vietnamese.ts";

/** Vietnamese names of keys and of their values, as forms and the guide show them. */
export type NamedKeys = Readonly<
  Record<
    string,
    | {
        readonly title: string;
        readonly options?: Readonly<Record<string, string>>;
        readonly alsoCalled?: readonly string[];
      }
    | undefined
  >
>;

/** How to mend a value that is none of the known ones. It may have been meant by its Vietnamese name. */
export function mendChoice(
  typed: string,
  values: readonly string[],
  names: Readonly<Record<string, string>> = {},
): string {
  const name = findNearest(typed, Object.values(names));
  const meant = Object.keys(names).find(value => names[value] === name);
  const listed = values.map(value => (names[value] === undefined ? value : `${value} (${names[value]})`));
  return suggest(
    name === undefined || meant === undefined ? typed : meant,
    values,
    `dùng một trong: ${listed.join(", ")}`,
  );
}

/**
 * The key or column that was written by a Vietnamese name: signed_by for “Người ký”.
 * @param group what stands before the keys in `words`: `targets.`
 */
export function findCalled(
  typed: string,
  keys: readonly string[],
  words: NamedKeys,
  group = "",
): string | undefined {
  const name = fold(typed);
  return keys.find(key => {
    const { title, alsoCalled = [] } = words[group + key] ?? {};
    return title !== undefined && [title, ...alsoCalled].some(called => fold(called) === name);
  });
}
