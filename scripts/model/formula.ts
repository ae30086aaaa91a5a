/** What makes a spreadsheet take a text for a formula, full-width forms included; and the mark that prevents it. */
const FORMULA = /^[=+\-@\t\r'＝＋－＠]/;

/** A text cell of a CSV as no spreadsheet takes it for a formula: with one `'` in front where it might. */
export function disarm(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
