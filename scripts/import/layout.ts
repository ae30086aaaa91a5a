import { fold } from "../model/vietnamese.ts";
import { type Block, isParagraph, type Note, type Paragraph } from "./blocks.ts";
import { splitSheet } from "./table-header.ts";
import { isAppendix, isRecipients } from "./words.ts";

/** Tables that only hold a letterhead, or recipients beside the signature, become their paragraphs. */
export function flattenLayout(block: Block): Block[] {
  if (block.kind !== "table") return [block];
  const sheet = splitSheet(block);
  if (sheet) return sheet;
  const text = fold(block.rows.flatMap(({ cells }) => cells.map(cell => cell.text)).join("\n"));
  const columns = Math.max(...block.rows.map(({ cells }) => cells.length));
  // Some have a row for each line of the letterhead, or for each recipient.
  const isSure = columns <= 3 && /cong hoa xa hoi|^noi nhan/.test(text);
  if (block.rows.length > (isSure ? 20 : 4) || !/cong hoa xa hoi|noi nhan|^ubnd|^uy ban/.test(text))
    return [block];
  return Array.from({ length: columns }, (_, column) =>
    block.rows.flatMap(({ cells, line }) =>
      (cells[column]?.carried ? "" : (cells[column]?.text ?? ""))
        .split("\n")
        .filter(line => line.trim() !== "")
        .map((text): Paragraph => ({ kind: "paragraph", text: text.trim(), line })),
    ),
  ).flat();
}

/** A number that stands alone between two tables is that of a page which cut them. */
export function dropPageNumbers(blocks: readonly Block[], note: Note): Block[] {
  return blocks.filter((block, i) => {
    const isBetween = [blocks[i - 1], blocks[i + 1]].every(beside => beside?.kind === "table");
    if (!isBetween || !isParagraph(block) || !/^[-–]?\s*\d{1,3}\s*[-–]?$/.test(block.text)) return true;
    note("dropped", block.line, `số trang “${block.text}”`);
    return false;
  });
}

/** Cuts the blocks at “Nơi nhận”, and again where an appendix begins behind the signature. */
export function cutEnding(blocks: readonly Block[]): {
  before: readonly Block[];
  ending: readonly Paragraph[];
  after: readonly Block[];
} {
  const at = blocks.findIndex(block => block.kind === "paragraph" && isRecipients(block.text));
  if (at < 0) return { before: blocks, ending: [], after: [] };
  const next = blocks.findIndex(
    (block, i) => i > at && (block.kind !== "paragraph" || isAppendix(block.text)),
  );
  const end = next < 0 ? blocks.length : next;
  return {
    before: blocks.slice(0, at),
    ending: blocks.slice(at, end).filter(isParagraph),
    after: blocks.slice(end),
  };
}
