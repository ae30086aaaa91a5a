/**
 * Classes that put the decimal signs of a column of numbers below each other: what a number has less than the longest of
 * its column is room, not a zero that nobody published.
 * @param texts the cells as they are written, with two decimals at the most
 * @param sign the decimal sign of the language
 */
export function decimalClasses(texts: readonly string[], sign: string): string[] {
  const counts = texts.map(text => text.split(sign)[1]?.length ?? 0);
  const most = Math.max(0, ...counts);
  return counts.map((count, i) => {
    if (count === most || !/\d/.test(texts[i] ?? "")) return "number";
    return count === 0 ? `number whole-${most}` : "number less-1";
  });
}

/** The decimal sign with which a language writes numbers. */
export function decimalSign(number: (value: number) => string): string {
  return number(0.5).charAt(1);
}
