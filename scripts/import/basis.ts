import slugify from "@sindresorhus/slugify";
import { numberKey } from "../model/document.ts";
import { toIsoDate } from "../model/fields.ts";
import type { Site } from "../model/site.ts";
import { fold } from "../model/vietnamese.ts";
import type { Finder } from "./agency-cell.ts";
import type { Note, Paragraph } from "./blocks.ts";
import { capitalise, start } from "./words.ts";

/** What a plan stands on, as far as the site knows it. */
export interface Basis {
  readonly implements: readonly string[];
  readonly legalBasis: readonly string[];
  /** Rows of documents.csv for those that the site does not know, as far as the text says what they are. */
  readonly unknown: readonly DocumentRow[];
}

/** Cells of a row of documents.csv, by column. */
type DocumentRow = Readonly<Record<string, string>>;

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
  finder: Finder,
  note: Note,
): Basis {
  const upper: string[] = [];
  const basis: string[] = [];
  const unknown = new Map<string, DocumentRow>();
  for (const { text, line } of preamble) {
    for (const match of text.matchAll(NUMBERED)) {
      const [whole, kind = "", number = "", , year, wordYear] = match;
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
      const alike = [...documents.values()].filter(known => numberKey(known.number) === numberKey(number));
      const document = onlyOf(alike) ?? onlyOf(alike.filter(({ date }) => date?.slice(0, 4) === printedYear));
      const name = plan?.slug ?? document?.id;
      if (name === undefined) {
        const row = draftDocument(match, finder);
        if (!documents.has(row.id ?? "")) unknown.set(row.id ?? "", row);
        note(
          "unresolved",
          line,
          `văn bản “${start(whole, 90)}” chưa có trong documents.csv; thêm vào đó rồi ghi mã vào ${isPlan ? "implements" : "legal_basis"}`,
        );
      } else {
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
  return { implements: upper, legalBasis: basis, unknown: [...unknown.values()] };
}

/** “Quyết định số 5/QĐ-BNV ngày 1/2/2023 của Bộ Nội vụ về việc …” as a row; what is not said stays empty. */
function draftDocument(
  { 0: whole, 1: kind = "", 2: number = "", 3: day = "", index, input }: RegExpExecArray,
  finder: Finder,
): DocumentRow {
  const [date = 0, month = 0, year = 0] = (day.match(/\d+/g) ?? []).map(Number);
  const from = index + whole.length;
  const behind = (input.slice(from, from + LONGEST).split(END_OF_DOCUMENT)[0] ?? "").trim();
  const byWhom = /^của\s+(?:Bộ trưởng\s+|Chủ tịch\s+(?=UBND|Ủy ban))?/iu.exec(behind)?.[0];
  const issuer = byWhom === undefined ? undefined : finder.prefix(behind.slice(byWhom.length));
  const title = /(?:^|\s)(?:về(?: việc)?\s+|(?=phê duyệt|ban hành|quy định|công bố|hướng dẫn))(.+)$/isu.exec(
    behind,
  )?.[1];
  return {
    id: slugify([number, ...(year > 0 ? [year] : [])].join(" "), { decamelize: false }),
    number,
    kind: capitalise(kind.toLowerCase()),
    date: toIsoDate(year, month, date) ?? "",
    issuer: issuer?.agency.id ?? "",
    title: capitalise(title?.replace(/[\s.;,:]+$/, "") ?? ""),
  };
}

/** No title of a document takes more letters, and who has issued it. */
const LONGEST = 600;

/** Where what is said of a document ends: at the next one, at the end of the clause, or with who issues the plan. */
const END_OF_DOCUMENT = new RegExp(
  `;|,?\\s+(?:và\\s+)?(?=${NUMBERED.source})|,\\s+(?=[^,]{1,120}\\s(?:ban hành|xây dựng)\\s+kế hoạch)`,
  "iu",
);

function onlyOf<T>([only, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? only : undefined;
}
