import type { AgencyDirectory } from "../model/agency.ts";
import { numberKey } from "../model/document.ts";
import { type IsoDate, toIsoDate } from "../model/fields.ts";
import type { Site } from "../model/site.ts";
import { fold, nameKey } from "../model/vietnamese.ts";
import type { Note, Paragraph } from "./blocks.ts";
import { isPlanTitle } from "./read-text.ts";
import { start } from "./rows.ts";

/** Paragraphs of a plan before its first numbered part. */
export interface Opening {
  readonly letterhead: readonly Paragraph[];
  readonly title: string | undefined;
  readonly preamble: readonly Paragraph[];
  readonly body: readonly Paragraph[];
}

const PREAMBLE =
  /^(?:can cu|thuc h|theo |trien khai|nham |de |tren co so|xet de nghi|ket qua|nam \d|trong |uy ban|ubnd|ban quan|so |chi so .* dat)/;
const SECTION = /^(?:[IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s/u;

/** Cuts the beginning of a plan into letterhead, title, preamble and body. */
export function readOpening(paragraphs: readonly Paragraph[]): Opening {
  const at = paragraphs.findIndex(
    ({ text }) =>
      isPlanTitle(text) ||
      (/^(dự thảo )?kế hoạch\s+\S/iu.test(text) && !/[.;:]$/.test(text) && text.length < 400),
  );
  if (at < 0) {
    const body = paragraphs.findIndex(({ text }) => SECTION.test(text));
    const rest = body < 0 ? paragraphs.length : body;
    return {
      letterhead: [],
      title: undefined,
      preamble: paragraphs.slice(0, rest),
      body: paragraphs.slice(rest),
    };
  }
  const words = [(paragraphs[at]?.text ?? "").replace(/\s+/g, " ")];
  let next = at + 1;
  const isWhole = !isPlanTitle(words[0] ?? "");
  for (; next < paragraphs.length && next < at + 8; next++) {
    const { text } = paragraphs[next] ?? { text: "" };
    if (PREAMBLE.test(fold(text)) || SECTION.test(text) || isRule(text)) break;
    if (/[.;:]$/.test(text) || (isWhole && next > at)) break;
    words.push(text.replace(/\s+/g, " "));
  }
  while (isRule(paragraphs[next]?.text ?? "x")) next++;
  const body = paragraphs.findIndex(({ text }, i) => i >= next && SECTION.test(text));
  const end = body < 0 ? paragraphs.length : body;
  return {
    letterhead: paragraphs.slice(0, at),
    title: joinTitle(words),
    preamble: paragraphs.slice(next, end),
    body: paragraphs.slice(end),
  };
}

/** A line of dashes or underscores under a title. */
function isRule(text: string): boolean {
  return /^[-_–—*.\s]*$/.test(text);
}

/** `KẾ HOẠCH` and the lines below it as one title: “Kế hoạch cải thiện …”. */
function joinTitle([kind = "", ...rest]: readonly string[]): string {
  if (rest.length === 0) return kind;
  const words = rest.join(" ").replace(/[\s.]+$/, "");
  const first = kind.slice(0, 1) + kind.slice(1).toLowerCase();
  return `${first} ${/^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words}`;
}

/** Number and day of issue: `Số: 12/KH-UBND`, `ngày 06 tháng 6 năm 2023`; an empty form gives neither. */
export function readNumber(letterhead: readonly Paragraph[], appendix: readonly Paragraph[]) {
  const head = letterhead.map(({ text }) => text).join("\n");
  const below =
    appendix.map(({ text }) => text).find(text => /kèm theo (?:kế hoạch|quyết định) số/iu.test(text)) ?? "";
  const number =
    /(?:^|\n)\s*số\s*:\s*(\d+[^\s,;]*\/[^\s,;]+)/iu.exec(head)?.[1] ??
    /kế hoạch số\s*:?\s*(\d+[^\s,;]*\/[^\s,;]+)/iu.exec(below)?.[1];
  const issued = findDay(head) ?? (number === undefined ? undefined : findDay(below));
  return { number, issued };
}

/** The first whole date in words or figures. */
export function findDay(text: string): IsoDate | undefined {
  const match =
    /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|ngày\s+(\d{1,2})[/-](\d{1,2})[/-](\d{4})/iu.exec(
      text,
    );
  if (!match) return undefined;
  const [day, month, year] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
  return toIsoDate(year ?? 0, month ?? 0, day ?? 0);
}

/** The years of a plan: those of its title, else of its day, else of the newest document that it cites. */
export function readYears(
  title: string,
  issued: IsoDate | undefined,
  texts: readonly string[],
): { years: [number, number]; isGuess: boolean } | undefined {
  const folded = fold(title);
  const period = /\b(20\d{2})\s*[-–]\s*(20\d{2})\b/.exec(folded);
  if (period && Number(period[1]) < Number(period[2]))
    return { years: [Number(period[1]), Number(period[2])], isGuess: false };
  const named = /\b(20\d{2})\b/.exec(folded)?.[1];
  if (named !== undefined) return { years: [Number(named), Number(named)], isGuess: false };
  if (issued !== undefined)
    return { years: [Number(issued.slice(0, 4)), Number(issued.slice(0, 4))], isGuess: false };
  let newest = 0;
  for (const text of texts)
    for (const match of text.matchAll(/\d{1,2}[/-]\d{1,2}[/-](20\d{2})|tháng\s+\d{1,2}\s+năm\s+(20\d{2})/giu))
      newest = Math.max(newest, Number(match[1] ?? match[2]));
  return newest === 0 ? undefined : { years: [newest, newest], isGuess: true };
}

/**
 * The agency that issued the plan: of the letterhead, else the one that the title or the text names in full.
 * @param texts the title, then other paragraphs in the order in which they are believed
 */
export function findIssuer(
  { letterhead, texts }: { letterhead: readonly Paragraph[]; texts: readonly string[] },
  agencies: AgencyDirectory,
  find: (name: string, within: string) => string | undefined,
): string | undefined {
  const lines = letterhead
    .map(({ text }) => text.replace(/\s+/g, " ").trim())
    .filter(text => /\p{Lu}{2}/u.test(text));
  let above = "";
  let issuer: string | undefined;
  for (let from = 0; from < lines.length; from++)
    for (let to = Math.min(from + 4, lines.length); to > from; to--) {
      const id = find(lines.slice(from, to).join(" "), above);
      if (id === undefined) continue;
      issuer = id;
      above = id;
      from = to - 1;
      break;
    }
  if (issuer !== undefined) return issuer;
  const names = agencies.all
    .filter(agency => agency.kind === "agency" || agency.kind === "body" || agency.kind === "unit")
    .flatMap(agency =>
      [agency.name, ...agency.aliases].map(name => ({
        agency,
        name,
        key: nameKey(name),
        folded: fold(name),
      })),
    )
    .filter(({ name }) => name.split(" ").length >= 3)
    .sort((a, b) => b.name.length - a.name.length);
  for (const text of texts) {
    const key = nameKey(text);
    const issuing = names.find(
      name => key.includes(`${name.key} ban hành`) || key.includes(`của ${name.key}`),
    );
    const found = issuing ?? names.find(name => key.includes(name.key));
    if (found) return find(found.name, "") ?? found.agency.id;
  }
  // A scan lost the marks: the same without them.
  for (const text of texts) {
    const folded = fold(text).replace(/1(?=[a-z])/g, "l");
    const found = names.find(name => name.folded.length > 20 && folded.includes(name.folded));
    if (found) return found.agency.id;
  }
  return undefined;
}

/** What a plan stands on, as far as the site knows it. */
export interface Basis {
  readonly implements: readonly string[];
  readonly legalBasis: readonly string[];
}

const NUMBERED =
  /(kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|chương trình|thông báo|k. hoach|quy.t dinh)\s+s.\s*:?\s*(\d+[^\s,;)]*\/[^\s,;)]*[^\s,;).])(?:\s*(?:,\s*)?ngày\s+(\d{1,2}[/-]\d{1,2}[/-](\d{4})|\d{1,2} tháng \d{1,2} năm (\d{4})))?/giu;

/** Documents of the preamble: a plan that is carried out, and decisions that it rests on. Unknown ones are noted. */
export function readBasis(
  preamble: readonly Paragraph[],
  { plans, documents }: Pick<Site, "plans" | "documents">,
  note: Note,
): Basis {
  const upper: string[] = [];
  const basis: string[] = [];
  for (const { text, line } of preamble) {
    for (const [whole, kind = "", number = "", , year, wordYear] of text.matchAll(NUMBERED)) {
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

/** Recipients and signature at the end of a plan. */
export interface Ending {
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
    let text = paragraph.text.replace(/\s+/g, " ").trim();
    text = text.replace(/^(?:nơi nhận|noi nhan)\s*:?\s*/iu, "");
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
