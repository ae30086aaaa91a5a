import type { Paragraph } from "./blocks.ts";
import { isCapitals } from "./words.ts";

/** How a paragraph of a plan's body begins. Earlier kinds hold later ones. */
type MarkerKind = "letter" | "roman" | "number" | "sub" | "bullet" | "plain";

/** A paragraph with all that stands below it. */
export interface Node {
  readonly kind: MarkerKind;
  /** `II`, `1`, `2.1`, `a`; empty for bullets and plain paragraphs. */
  readonly number: string;
  /** The marker as printed: `II.`, `1.`, `a)`. */
  readonly marker: string;
  readonly text: string;
  readonly line: number;
  readonly children: Node[];
}

const FORMS: readonly [MarkerKind, RegExp][] = [
  ["roman", /^((X{0,3}(?:IX|IV|V?I{0,3}))[.)/])\s+(?=\S)/],
  ["letter", /^(([A-ZĐ])[.)/])\s+(?=\S)/u],
  ["number", /^((\d{1,2}(?:\.\d{1,2})*)[.)/]?)\s+(?=\S)/],
  ["sub", /^(([a-zđ])[).])\s*(?=\S)/u],
  ["bullet", /^(([-–+•*]))\s*(?=\S)/u],
];

/** Reads how a paragraph begins. */
export function readMarker({ text, line }: Paragraph): Node {
  const plain: Node = { kind: "plain", number: "", marker: "", text, line, children: [] };
  for (const [kind, form] of FORMS) {
    const match = form.exec(text);
    const number = match?.[2] ?? "";
    if (!match || number === "") continue;
    // "30 ngày", "2023 là": a number without a sign behind it is only one of 1.1 and the like.
    if (kind === "number" && /^\d+$/.test(match[1] ?? "")) return plain;
    return {
      kind,
      number: kind === "bullet" ? "" : number,
      marker: match[1] ?? "",
      text: text.slice(match[0].length),
      line,
      children: [],
    };
  }
  return plain;
}

/**
 * Puts the paragraphs of a body below each other: A over I over 1 over 1.1 over a) over bullets. A plain paragraph
 * behind bullets belongs to the item that the bullets stand under.
 */
export function readOutline(paragraphs: readonly Paragraph[]): Node[] {
  const top: Node[] = [];
  let open: { node: Node; rank: number }[] = [];
  for (const paragraph of paragraphs) {
    const node = readMarker(paragraph);
    const rank = rankOf(node, open.at(-1));
    open = open.filter(above => above.rank < rank);
    (open.at(-1)?.node.children ?? top).push(node);
    if (node.kind !== "plain") open.push({ node, rank });
  }
  return top;
}

function rankOf({ kind, number, marker }: Node, last: { node: Node; rank: number } | undefined): number {
  if (kind === "letter") return 1;
  if (kind === "roman") return 2;
  if (kind === "number") return 3 + number.split(".").length;
  if (kind === "sub") return 10;
  // A plus below a dash is a point of it.
  if (kind === "bullet") return marker === "+" ? 13 : 12;
  return last && last.rank > 10 ? 10.5 : 11;
}

/** Whether a node is a heading rather than a numbered sentence: short, or in capitals, and without a full stop. */
export function isHeading(node: Node): boolean {
  if (node.kind === "bullet" || node.kind === "plain") return false;
  if (node.kind === "letter" || node.kind === "roman") return true;
  return isCapitals(node.text) || (node.text.length < 200 && !/[.;]$/.test(node.text));
}
