import { describeParts, oneText } from "../../layouts/charts/sentence.ts";

/** What is said of a chart, as one text. */
export function describeChart(...chart: Parameters<typeof describeParts>): string {
  return oneText(describeParts(...chart));
}
