/** How many names of releases an option takes. */
const OPTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "--diff": [1, 2],
  "--pdf": [0, 0],
  "--back": [1, 1],
};

/** Why the words behind `npm run release --` cannot be meant; undefined when they can. */
export function refuseWords(option: string, names: readonly string[]): string | undefined {
  const [least, most] = OPTIONS[option] ?? [];
  if (least === undefined || most === undefined) return `Không có lựa chọn “${option}”`;
  if (names.length < least) return `${option} thiếu tên bản phát hành`;
  return names.length > most ? `${option} không nhận thêm “${names[most]}”` : undefined;
}
