import type { Block } from "./outline.ts";
import type { Place } from "./problem.ts";

/** One `Nhãn: giá trị` item of the list under a heading. */
export interface LabelledItem {
  readonly label: string;
  readonly value: string;
  readonly labelPlace: Place;
  readonly valuePlace: Place;
}

const LABEL = /^([^:\n]{1,40}):(?:\s+|$)/u;

/** Splits `Nhãn: giá trị`; undefined when the item is not of this form. */
export function parseLabelledItem(item: Block["items"][number], file: string): LabelledItem | undefined {
  const match = LABEL.exec(item.text);
  if (!match?.[1]) return undefined;
  const place = { file, line: item.line, column: item.column };
  return {
    label: match[1].trim(),
    value: item.text.slice(match[0].length).trim(),
    labelPlace: place,
    valuePlace: { ...place, column: item.column + match[0].length },
  };
}

/** Splits the value of an item at `;` outside parentheses, with the place of each part. */
export function splitValue({ value, valuePlace }: LabelledItem): { text: string; place: Place }[] {
  return splitList(value).map(({ text, offset }) => ({
    text,
    place: { ...valuePlace, column: valuePlace.column + offset },
  }));
}

/** Splits at `;` outside parentheses; `offset` is where each part begins. */
export function splitList(value: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= value.length; i++) {
    const sign = value[i];
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (i === value.length || (sign === ";" && depth === 0)) {
      const part = value.slice(start, i);
      const text = part.trim();
      if (text !== "") parts.push({ text, offset: start + part.indexOf(text) });
      start = i + 1;
    }
  }
  return parts;
}
