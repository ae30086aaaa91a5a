import { distance } from "fastest-levenshtein";
import { type Agency, type AgencyDirectory, existsBetween, namesOf } from "./agency.ts";
import type { IsoDate } from "./fields.ts";
import { findByName, placeOf } from "./find-agency.ts";
import type { Place, Report } from "./problem.ts";
import { findNearest, fold, foldOnce, suggest } from "./vietnamese.ts";

/** Limits of a cell that is compared with every name of the site: no cell of real names is longer or holds more. */
const LONGEST_NAME = 1000;
const MOST_NAMES = 40;
/** What people write between agencies; a name may have commas of its own: "các sở, ban, ngành". */
const ANY_SEPARATOR = /\s*[,/]\s*|\s+và\s+/u;
const NOT_A_NAME =
  "thêm cơ quan hoặc tên gọi này vào agencies.csv; nhiều cơ quan cách nhau bằng dấu chấm phẩy";

/** How many ids a message lists at most. */
const MOST_NAMED = 3;

/** A span of days; the agency must have existed on at least one of them. */
interface TimeSpan {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** When that is, in Vietnamese: "trong năm 2025". */
  readonly when: string;
}

/** A whole year. */
export function inYear(year: number): TimeSpan {
  return { first: `${year}-01-01`, last: `${year}-12-31`, when: `trong năm ${year}` };
}

/**
 * Reports an id in front matter or a table that no agency has, and which one was meant; or one whose agency did not exist
 * then: a successor, which may bear the same name, is another body.
 */
export function checkAgency(
  id: string,
  directory: AgencyDirectory,
  place: Place,
  report: Report,
  time?: TimeSpan,
): void {
  const existsThen = (agency: Agency | undefined) =>
    agency !== undefined && (!time || existsBetween(agency, time.first, time.last));
  const agency = directory.byId.get(id);
  if (!agency) report(place, ...refuseId(id, directory), "agency");
  else if (!existsThen(agency)) {
    const kin = [...agency.successors, ...findByName(directory, agency.name).map(other => other.id)];
    const ids = [...new Set(kin)].filter(other => existsThen(directory.byId.get(other)));
    report(
      place,
      `“${agency.name}” (${id}) không tồn tại ${time?.when}`,
      ids.length > 0
        ? `dùng mã của cơ quan khi đó: ${listIds(ids)}`
        : "dùng mã của cơ quan khi đó, hoặc sửa valid_from, valid_to trong agencies.csv",
    );
  }
}

/** What is wrong with an id that no agency has, and how it is mended. */
export function refuseId(typed: string, directory: AgencyDirectory): [message: string, mend: string] {
  return [`không có cơ quan mang mã “${typed}”`, mendId(typed, directory)];
}

function mendId(typed: string, directory: AgencyDirectory): string {
  const named = findByName(directory, typed).map(({ id }) => id);
  if (named.length > 0) return `đây là tên; ghi mã: ${listIds(named)}`;
  // "so-noi-vu" was meant for that of a province; that of a ministry is only spelled alike.
  const longer = [...directory.byId.keys()].filter(id => id.startsWith(`${typed}-`));
  if (longer.length > 0 && longer.length <= MOST_NAMED)
    return `có phải ý bạn là “${longer.join("” hay “")}”?`;
  const names = new Map(directory.all.flatMap(agency => namesOf(agency).map(name => [name, agency.id])));
  const name = typed === fold(typed) ? undefined : findNearest(typed, names.keys());
  if (name !== undefined) return `có phải ý bạn là “${name}”? Nếu đúng thì ghi mã ${names.get(name)}`;
  return suggest(typed, directory.byId.keys(), "thêm cơ quan vào agencies.csv");
}

function listIds(ids: readonly string[]): string {
  const more = ids.length > MOST_NAMED ? ` hoặc một trong ${ids.length - MOST_NAMED} mã khác trùng tên` : "";
  return `${ids.slice(0, MOST_NAMED).join(", ")}${more}`;
}

/**
 * How to mend a name that a plan prints and that no agency has.
 * @param isKnown whether a name is one of an agency that the plan may mean
 */
export function mendName(
  typed: string,
  directory: AgencyDirectory,
  within: string,
  isKnown: (name: string) => boolean,
): string {
  const agency = directory.byId.get(typed);
  if (agency) return `đây là mã; viết tên: ${agency.name}`;
  const meant = findMeant(typed, directory, within, isKnown);
  return meant.length === 0 ? NOT_A_NAME : offerNames(meant);
}

/** Says which names may be meant. */
export function offerNames(names: readonly string[]): string {
  return names.length === 1
    ? `có phải ý bạn là “${names[0]}”?`
    : `nhiều cơ quan cách nhau bằng dấu chấm phẩy: viết “${names.join("; ")}”`;
}

/** The name, or several, that may be meant by one that no agency has. */
export function findMeant(
  typed: string,
  directory: AgencyDirectory,
  within: string,
  isKnown: (name: string) => boolean,
): readonly string[] {
  if (typed.length > LONGEST_NAME || typed.split(ANY_SEPARATOR).length > MOST_NAMES) return [];
  const near = namesNear(directory, within);
  const find = (name: string) => (isKnown(name) ? name : near.find(known => isShortFor(name, known)));
  const whole = find(typed);
  if (whole !== undefined) return [whole];
  for (const separator of [/\s+và\s+/u, ANY_SEPARATOR]) {
    // A word in small letters is no name: “phòng, ban” does not mean the one that is called “Ban” in short.
    const parts = typed
      .split(separator)
      .flatMap(part => (part === "" ? [] : [/^\p{Ll}+$/u.test(part) ? undefined : find(part)]));
    const known = parts.filter(part => part !== undefined);
    if (known.length > 1 && known.length === parts.length) return known;
  }
  const nearest = findNearest(
    typed,
    near.filter(name => mayMean(typed, name) && mayMean(name, typed)),
  );
  return nearest === undefined ? [] : [nearest];
}

/**
 * Not where only the beginning differs: “VP UBND tỉnh” does not mean “UBND tỉnh”, nor “Sở Nội vụ” “Bộ Nội vụ”. Nor where it
 * is another word: “Thanh tra tỉnh” has nearly the letters of “Tỉnh Trà Vinh”, “Các sở” those of “Các bộ”.
 */
function mayMean(typed: string, name: string): boolean {
  const words = foldOnce(typed).split(" ");
  const meant = foldOnce(name).split(" ");
  if (distance(words[0] ?? "", meant[0] ?? "") > 1) return false;
  if (words.length === meant.length && words.some((word, i) => isAnother(word, meant[i] ?? ""))) return false;
  return words[0] === meant[0] || !` ${words.join(" ")} `.includes(` ${meant.slice(1).join(" ")} `);
}

/** Whether half of the letters of a word or more are others: nobody who types “sở” means “bộ”. One left out is a slip. */
function isAnother(word: string, meant: string): boolean {
  return word.length === meant.length && distance(word, meant) * 2 >= word.length;
}

/** Names that may be meant: those of the plan's own tree first, none of another province's. */
function namesNear(directory: AgencyDirectory, within: string): string[] {
  const isOwn = ({ id, parent }: Agency) => parent === within || id === within;
  const isNear = (agency: Agency) => isOwn(agency) || placeOf(directory, agency, within) === undefined;
  return [...directory.all.filter(isOwn), ...directory.all.filter(isNear)].flatMap(namesOf);
}

/** Whether words are a name with some of its words cut to their first letters: `Sở KH&ĐT`, `VP UBND tỉnh`, `Sở LĐTBXH`. */
export function isShortFor(short: string, name: string): boolean {
  // Without capitals in a row nothing is cut.
  if (!/\p{Lu}{2}/u.test(short)) return false;
  const words = wordsOf(name);
  let at = 0;
  let isCut = false;
  for (const token of wordsOf(
    short.replace(/(?<=\p{Lu})\s*[,&-]\s*(?=\p{Lu}{2})|(?<=\p{Lu}{2})\s*[,&-]\s*(?=\p{Lu})/gu, ""),
  )) {
    if (foldOnce(token) === foldOnce(words[at] ?? "")) at++;
    else {
      const letters = [...token];
      const initials = words.slice(at, at + letters.length).map(word => foldOnce(word).charAt(0));
      if (!/^\p{Lu}{2,}$/u.test(token) || foldOnce(token) !== initials.join("")) return false;
      at += letters.length;
      isCut = true;
    }
  }
  return isCut && at === words.length;
}

function wordsOf(name: string): string[] {
  return name.split(/[\s,&–-]+/u).filter(word => word !== "" && word !== "và");
}
