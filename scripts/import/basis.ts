import { numberKey } from "../model/document.ts";
import type { Site } from "../model/site.ts";
import { fold } from "../model/vietnamese.ts";
import type { Note, Paragraph } from "./blocks.ts";
import { start } from "./words.ts";

/** What a plan stands on, as far as the site knows it. */
interface Basis {
  readonly implements: readonly string[];
  readonly legalBasis: readonly string[];
}

const NUMBERED =
  /(kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|chương trình|thông báo|k. hoach|quy.t dinh)\s+s.\s*:?\s*(\d+[^\s,;)]*\/[^\s,;)]*[^\s,;).])(?:\s*(?:,\s*)?ngày\s+(\d{1,2}[/-]\d{1,2}[/-](\d{4})|\d{1,2} tháng \d{1,2} năm (\d{4})))?/giu;

/**
 * Documents of the preamble: a plan that is carried out, and decisions that it rests on. Unknown ones are noted.
 * @param own number of the document itself, which its plan may name: it was issued with it
 */
export function readBasis(
  preamble: readonly Paragraph[],
  own: string | undefined,
  { plans, documents }: Pick<Site, "plans" | "documents">,
  note: Note,
): Basis {
  const upper: string[] = [];
  const basis: string[] = [];
  for (const { text, line } of preamble) {
    for (const [whole, kind = "", number = "", , year, wordYear] of text.matchAll(NUMBERED)) {
      if (own !== undefined && numberKey(number) === numberKey(own)) continue;
      const isPlan = /hoach/.test(fold(kind)) && /^\s*(?:thuc|theo|trien khai|can cu)/.test(fold(text));
      const printedYear = year ?? wordYear;
      const plan = isPlan
        ? plans.find(
            known =>
              known.number !== undefined &&
              numberKey(known.number) === numberKey(number) &&
              (printedYear === undefined || known.issued?.startsWith(printedYear)),
          )
        : undefined;
      const document = onlyOf(
        [...documents.values()].filter(known => numberKey(known.number) === numberKey(number)),
      );
      const name = plan?.slug ?? document?.id;
      if (name === undefined)
        note(
          "unresolved",
          line,
          `văn bản “${start(whole, 90)}” chưa có trong documents.csv; thêm vào đó rồi ghi mã vào ${isPlan ? "implements" : "legal_basis"}`,
        );
      else {
        if (document?.date && printedYear && !document.date.startsWith(printedYear))
          note(
            "reading",
            line,
            `“${start(whole, 90)}” in năm ${printedYear}; documents.csv ghi ngày ${document.date}`,
          );
        const list = isPlan ? upper : basis;
        if (!list.includes(name)) list.push(name);
      }
    }
  }
  return { implements: upper, legalBasis: basis };
}

function onlyOf<T>([only, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? only : undefined;
}
