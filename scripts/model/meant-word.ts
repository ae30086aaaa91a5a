import { findNearest, fold, suggest } from "./vietnamese.ts";

/** What keys and their values are called where people do not read code: forms, tables of the guide. */
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

/** How to mend a value that is none of the known ones; one that is called by its Vietnamese name is known by it. */
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

/** The key that was meant by its Vietnamese name: “Người ký” for signed_by. */
export function findTitled(
  typed: string,
  keys: readonly string[],
  titleOf: (key: string) => string | undefined,
): string | undefined {
  return keys.find(key => fold(titleOf(key) ?? "") === fold(typed));
}
