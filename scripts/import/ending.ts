import { fold } from "../model/vietnamese.ts";
import type { Paragraph } from "./blocks.ts";
import { oneLine } from "./words.ts";

/** Recipients and signature at the end of a plan. */
interface Ending {
  readonly recipients: readonly string[];
  readonly position: string | undefined;
  readonly signer: string | undefined;
  /** What is neither. */
  readonly rest: readonly Paragraph[];
}

const POSITION =
  /^(?:(?:tm|kt|tl|tuq|q)\.\s*)?(?:u[ỷy] ban|ủy ban|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng ban|phó trưởng ban|bộ trưởng|thứ trưởng|chánh văn phòng|phó chánh|cục trưởng|phó cục|trưởng phòng|hiệu trưởng|viện trưởng|tổng giám đốc)/iu;
const BARE_POSITION =
  /^(?:(?:tm|kt|tl|tuq|q)\.\s*)?(?:uy ban|chu tich|pho chu tich|giam doc|pho giam doc|truong ban|pho truong ban|pho truong|chanh van phong)/;

/** Reads what stands from “Nơi nhận” on. */
export function readEnding(paragraphs: readonly Paragraph[]): Ending {
  const recipients: string[] = [];
  const positions: string[] = [];
  const rest: Paragraph[] = [];
  let signer: string | undefined;
  for (const paragraph of paragraphs) {
    let text = oneLine(paragraph.text).replace(/^(?:nơi nhận|noi nhan)\s*:?\s*/iu, "");
    if (text === "" || /^[~_.\-–\s]+$/.test(text)) continue;
    // "- Sở Nội vụ (phối hợp); PHÓ TRƯỞNG BAN": the signature of the other column runs on.
    const [, left, right] = /^(-.*?[;.)])\s+(\p{Lu}{2}[\p{Lu}. ]+)$/u.exec(text) ?? [];
    if (left !== undefined && right !== undefined && isPosition(right)) {
      positions.push(right);
      text = left;
    }
    if (isPosition(text) && isMostlyCapitals(text)) positions.push(text);
    else if (/^[-–+•]\s*\S/.test(text))
      recipients.push(text.replace(/^[-–+•]\s*/, "").replace(/[\s;.,]+$/, ""));
    else if (isPersonName(text)) signer = text;
    else if (recipients.length > 0 && /^\p{Ll}/u.test(text) && positions.length === 0)
      recipients[recipients.length - 1] += ` ${text.replace(/[\s;.,]+$/, "")}`;
    else rest.push({ ...paragraph, text });
  }
  return { recipients, position: positions.join(", ") || undefined, signer, rest };
}

function isPosition(text: string): boolean {
  return POSITION.test(text) || BARE_POSITION.test(fold(text).replace(/\.\s*/, ". "));
}

function isMostlyCapitals(text: string): boolean {
  return (text.match(/\p{Lu}/gu) ?? []).length > (text.match(/\p{Ll}/gu) ?? []).length;
}

/** Two to five words that each begin with a capital: `Nguyễn Văn A`. */
function isPersonName(text: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}'.]*\s+){1,4}\p{Lu}[\p{L}']*$/u.test(text) &&
    !isMostlyCapitals(text.replace(/\b\p{Lu}/gu, "")) &&
    /\p{Ll}/u.test(text)
  );
}
