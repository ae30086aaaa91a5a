import { type AgencyDirectory, ancestorsOf } from "../model/agency.ts";
import { type IsoDate, toIsoDate } from "../model/fields.ts";
import { fold, nameKey } from "../model/vietnamese.ts";
import { looksLikeAgency } from "./agency-cell.ts";
import type { Paragraph } from "./blocks.ts";
import { foldScan, ISSUED_WITH, isPlanTitle, oneLine, PART_START } from "./words.ts";

/** Paragraphs of a plan before its first numbered part. */
interface Opening {
  readonly letterhead: readonly Paragraph[];
  readonly title: string | undefined;
  readonly preamble: readonly Paragraph[];
  readonly body: readonly Paragraph[];
}

const PREAMBLE =
  /^(?:can cu|thuc h|theo |trien khai|nham |de |tren co so|xet de nghi|ket qua|nam \d|trong |uy ban|ubnd|ban quan|so |chi so .* dat)/;

/** Cuts the beginning of a plan into letterhead, title, preamble and body. */
export function readOpening(paragraphs: readonly Paragraph[]): Opening {
  const at = findTitle(paragraphs);
  if (at < 0) {
    const body = paragraphs.findIndex(({ text }) => PART_START.test(text));
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
    // “KẾ HOẠCH” alone is no title: what it is to carry out stands below it, and only a sentence begins the preamble.
    const isOpen = next === at + 1 && !isWhole && !/^(?:can cu|theo |xet )/.test(fold(text));
    const goesOn = isOpen || /^\p{Ll}|^NĂM \d/u.test(text);
    if ((!goesOn && PREAMBLE.test(fold(text))) || PART_START.test(text) || isRule(text)) break;
    if (/[.;:]$/.test(text) || isPlanTitle(text) || ISSUED_WITH.test(text) || (isWhole && next > at)) break;
    words.push(text.replace(/\s+/g, " "));
  }
  while (isRule(paragraphs[next]?.text ?? "x")) next++;
  const body = paragraphs.findIndex(({ text }, i) => i >= next && PART_START.test(text));
  const end = body < 0 ? paragraphs.length : body;
  return {
    letterhead: paragraphs.slice(0, at),
    title: joinTitle(words),
    preamble: paragraphs.slice(next, end),
    body: paragraphs.slice(end),
  };
}

/** Where the title is. A page of the web may name the plan above its letterhead too: the one below is that of the plan. */
function findTitle(paragraphs: readonly Paragraph[]): number {
  const find = (from: number) =>
    paragraphs.findIndex(
      ({ text }, i) =>
        i >= from &&
        (isPlanTitle(text) ||
          (/^(dự thảo )?kế hoạch\s+\S/iu.test(text) && !/[.;:]$/.test(text) && text.length < 400)),
    );
  const first = find(0);
  const motto = paragraphs.findIndex(({ text }) => fold(text).startsWith("cong hoa xa hoi"));
  const isAbove = first >= 0 && first < motto;
  if (!isAbove || paragraphs.slice(first, motto).some(({ text }) => PART_START.test(text))) return first;
  const below = find(motto);
  return below < 0 ? first : below;
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
    /(?:^|\n)\s*số\s*:\s*(\d+[^\s,;/]*\s*\/\s*[^\s,;]+)/iu.exec(head)?.[1]?.replace(/\s/g, "") ??
    /kế hoạch số\s*:?\s*(\d+[^\s,;]*\/[^\s,;]+)/iu.exec(below)?.[1];
  const issued = findDay(head) ?? (number === undefined ? undefined : findDay(below));
  return { number, issued };
}

/** The first whole date in words or figures. */
function findDay(text: string): IsoDate | undefined {
  const match =
    /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|ngày\s+(\d{1,2})[/-](\d{1,2})[/-](\d{4})/iu.exec(
      text,
    );
  if (!match) return undefined;
  const [day, month, year] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
  return toIsoDate(year ?? 0, month ?? 0, day ?? 0);
}

/** A year that stands alone, and is not the far one of an outlook. */
const NAMED_YEAR =
  /(?<!\b20\d{2}\s*[-–]\s*|dinh huong (?:den )?(?:nam )?)\b(20\d{2})\b(?!\s*[-–]\s*20\d{2}\b)/g;

/** The years of a plan: those of its title, else of its day, else of the newest document that it cites. */
export function readYears(
  title: string,
  issued: IsoDate | undefined,
  texts: readonly string[],
): { years: [number, number]; isGuess: boolean } | undefined {
  const folded = fold(title);
  const [, first = 0, last = 0] = /\b(20\d{2})\s*[-–]\s*(20\d{2})\b/.exec(folded)?.map(Number) ?? [];
  const named = [...folded.matchAll(NAMED_YEAR)].map(match => Number(match[1]));
  // A plan of one year may carry out a programme of many.
  if (first < last && !named.some(year => first <= year && year <= last))
    return { years: [first, last], isGuess: false };
  // The year that a plan looks back on is before its own, the end of an outlook years after its signing.
  const near = named.filter(year => issued === undefined || year <= Number(issued.slice(0, 4)) + 1);
  const own = Math.max(...(near.length > 0 ? near : named));
  if (named.length > 0) return { years: [own, own], isGuess: false };
  if (issued !== undefined)
    return { years: [Number(issued.slice(0, 4)), Number(issued.slice(0, 4))], isGuess: false };
  let newest = 0;
  for (const text of texts)
    for (const match of text.matchAll(/\d{1,2}[/-]\d{1,2}[/-](20\d{2})|tháng\s+\d{1,2}\s+năm\s+(20\d{2})/giu))
      newest = Math.max(newest, Number(match[1] ?? match[2]));
  return newest === 0 ? undefined : { years: [newest, newest], isGuess: true };
}

/** The name of an agency that a letterhead prints below what was found, over its lines. */
function nameBelow(lines: readonly string[]): string | undefined {
  const end = lines.findIndex(line => /^số\s*:|^cộng h[oò]a\s|^cộng hoà\s|^độc lập\s/iu.test(line));
  const name = lines.slice(0, end < 0 ? 0 : Math.min(end, 4)).join(" ");
  return looksLikeAgency(name) ? name : undefined;
}

/** Finds the id of an agency by its name, inside the tree of another one. */
type FindId = (name: string, within: string) => string | undefined;

/**
 * The agency that issued the plan: of the letterhead, else the one that the title or the text names in full.
 * @param texts the title, then other paragraphs in the order in which they are believed
 */
export function findIssuer(
  { letterhead, texts }: { letterhead: readonly Paragraph[]; texts: readonly string[] },
  agencies: AgencyDirectory,
  find: FindId,
): string | undefined {
  return issuerAbove(letterhead, agencies, find) ?? issuerNamed(texts, agencies, find);
}

/** The last agency that a letterhead prints; of a name below it that nobody knows, the one that it may be short for. */
function issuerAbove(
  letterhead: readonly Paragraph[],
  agencies: AgencyDirectory,
  find: FindId,
): string | undefined {
  const lines = letterhead.map(({ text }) => oneLine(text)).filter(text => /\p{Lu}{2}/u.test(text));
  let issuer: string | undefined;
  let last = 0;
  for (let from = 0; from < lines.length; from++)
    for (let to = Math.min(from + 4, lines.length); to > from; to--) {
      const id = find(lines.slice(from, to).join(" "), issuer ?? "");
      if (id === undefined) continue;
      issuer = id;
      last = to;
      from = to - 1;
      break;
    }
  const below = nameBelow(lines.slice(last));
  if (issuer === undefined || below === undefined) return issuer;
  // The one below has issued it; a letterhead leaves out the province that stands above.
  const key = `${nameKey(below)} `;
  const [only, ...others] = agencies.all.filter(
    ({ id, name }) => nameKey(name).startsWith(key) && ancestorsOf(agencies.byId, id).includes(issuer),
  );
  return others.length === 0 ? only?.id : undefined;
}

/** The agency that texts name in full, the one that is said to issue before others. */
function issuerNamed(texts: readonly string[], agencies: AgencyDirectory, find: FindId): string | undefined {
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
    const folded = foldScan(text);
    const found = names.find(name => name.folded.length > 20 && folded.includes(name.folded));
    if (found) return found.agency.id;
  }
  return undefined;
}
