import { fold } from "../model/vietnamese.ts";
import type { Block } from "./blocks.ts";
import { ISSUED_WITH, isAppendix, isPlanTitle, isRecipients, PART_START } from "./words.ts";

const LONGEST_TITLE = 6;

/**
 * A decision and the plan that it issues are one document, the plan behind the decision's signature. Puts it in the order of
 * a plan: letterhead, the plan's title, the words of the decision, the plan, the signature.
 */
export function unwrapDecision(blocks: readonly Block[]): readonly Block[] {
  const find = (from: number, is: (text: string) => boolean): number =>
    blocks.findIndex((block, i) => i >= from && block.kind === "paragraph" && is(block.text));
  const decision = find(0, text => isPlanTitle(text) && fold(text) === "quyet dinh");
  const signature = find(Math.max(decision, 0), isRecipients);
  const plan = find(Math.max(signature, 0), text => isPlanTitle(text) && fold(text) === "ke hoach");
  if (decision < 0 || signature < 0 || plan < 0) return blocks;
  const below = blocks.findIndex(
    (block, i) =>
      i > plan &&
      (block.kind !== "paragraph" ||
        i > plan + LONGEST_TITLE ||
        ISSUED_WITH.test(block.text) ||
        PART_START.test(block.text)),
  );
  const title = below < 0 ? blocks.length : below;
  const appendix = find(title, isAppendix);
  const end = appendix < 0 ? blocks.length : appendix;
  return [
    ...blocks.slice(0, decision),
    ...blocks.slice(plan, title),
    ...blocks.slice(decision, signature),
    ...blocks.slice(title, end),
    ...blocks.slice(signature, plan),
    ...blocks.slice(end),
  ];
}
