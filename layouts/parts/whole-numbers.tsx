/**
 * A text in which no number of a document, span of years or break between years is torn at the end of a line: neither
 * "289/QĐ-" nor "BNV" says which it is.
 */
export function WholeNumbers({ text }: { text: string }) {
  if (!/[/–|]/.test(text)) return <>{text}</>;
  // Every second part of a text that was split by a group is what the group found.
  return <>{text.split(NUMBER).map((part, i) => (i % 2 === 1 ? <span class="whole">{part}</span> : part))}</>;
}

/** 289/QĐ-BNV, 61/2018/NĐ-CP, 202/2025/QH15, 2012–2020, 2021 | 2022; not a rank such as 57/63. */
const NUMBER = /(\d+(?:\/\d{4})?\/\p{Lu}[\p{L}\p{N}&]*(?:-[\p{L}\p{N}&]+)*|\d{4}(?:–| \| )\d{4})/u;
