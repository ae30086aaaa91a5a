import { urls } from "../../layouts/urls.ts";
import { type Problem, problemOf } from "../model/problem.ts";
import type { Redirect } from "../model/redirect.ts";
import { addressOf, type ReleasedPage, type ReleasedSite } from "../model/release.ts";

/** What became of the addresses of the release before. */
interface Permalinks {
  readonly problems: readonly Problem[];
  /** Files that are gone and lead on by rule, with the address that they lead to. */
  readonly forwards: ReadonlyMap<string, string>;
}

/** Selections of tasks and later pages of lists come and go with reports and days; the list above them stays. */
const SELECTION = /(^|\/)trang\/\d+\/index\.html$|^nhiem-vu\/./;

/**
 * Addresses that were published and have disappeared: pages, files, and the tasks and sections of plans. Each needs a
 * successor in data/redirects.csv, from where it is led on for good. What lay below a page that has moved moves with it.
 */
export function checkPermalinks(
  before: ReleasedSite,
  after: ReleasedSite,
  redirects: readonly Redirect[],
  file: string,
): Permalinks {
  const problems: Problem[] = [];
  const forwards = new Map<string, string>();
  const missing = new Map<string, { title: string; heir: string | undefined }>();
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  // Of pages of one title the first: it is the one above the others.
  const newcomers = new Map(
    Object.entries(after.pages)
      .reverse()
      .flatMap(([name, { title }]) => (name in before.pages ? [] : [[title, name]])),
  );
  const lose = (address: string, title: string, to = "/…/") => {
    if (!moved.has(address))
      problems.push(
        problemOf(
          file,
          `địa chỉ đã công bố ${address} (${title}) không còn`,
          `thêm dòng “${address},${to}” (from,to) để dẫn người đọc tới chỗ mới, hoặc giữ lại nội dung cũ`,
        ),
      );
  };
  for (const [name, page] of Object.entries(before.pages)) {
    const now = after.pages[name];
    if (now) loseParts(name, page, now);
    else {
      const heir = newcomers.get(page.title);
      leadOn(name, page.title, heir && addressOf(heir));
    }
  }
  for (const name of [...Object.keys(before.files), ...before.movedFiles])
    if (!(name in after.files)) leadOn(name, "tệp");
  for (const [name, { title, heir }] of missing)
    if (!isBelowMissing(name)) lose(addressOf(name), title, heir);
  return { problems, forwards };

  function leadOn(name: string, title: string, heir?: string): void {
    const to =
      successorBelow(name) ?? successorOfMirror(name) ?? (SELECTION.test(name) ? listAbove(name) : undefined);
    if (to !== undefined) forwards.set(name, to);
    else missing.set(name, { title, heir });
  }

  /** Whether a file lies below a missing page, or mirrors one: only the page is reported then. */
  function isBelowMissing(name: string): boolean {
    const mirrored = mirroredPage(name)?.page.slice(1);
    return (
      (mirrored !== undefined && missing.has(`${mirrored}index.html`)) ||
      [...foldersOf(name)].some(
        ([folder, rest]) => rest !== "index.html" && missing.has(`${folder}index.html`),
      )
    );
  }

  function successorOfMirror(name: string): string | undefined {
    const mirror = mirroredPage(name);
    const to = mirror && moved.get(mirror.page);
    if (mirror === undefined || to === undefined) return undefined;
    const now = mirror.nameFor(to);
    return now in after.pages || now in after.files ? addressOf(now) : to;
  }

  /** Where the same part of a page that has moved is now: the history of a plan, its calendar. */
  function successorBelow(name: string): string | undefined {
    for (const [folder, rest] of foldersOf(name)) {
      const to = moved.get(`/${folder}`);
      if (to === undefined || rest === "index.html") continue;
      const now = `${to.slice(1)}${rest}`;
      return to.endsWith("/") && (now in after.pages || now in after.files) ? addressOf(now) : to;
    }
    return undefined;
  }

  function listAbove(name: string): string | undefined {
    for (const [folder, rest] of foldersOf(name))
      if (rest !== "index.html" && `${folder}index.html` in after.pages) return `/${folder}`;
    return undefined;
  }

  function loseParts(name: string, { parts = {} }: ReleasedPage, now: ReleasedPage): void {
    if (now.forwardsTo !== undefined) return;
    for (const id of Object.keys(parts))
      if (!(id in (now.parts ?? {}))) lose(`${addressOf(name)}#${id}`, "mã trong kế hoạch");
  }
}

/**
 * Whether a release without sheets takes away the published sheet of a plan that stays; said before the pages are
 * made, as it is only a word that was left out.
 */
export function lostSheet(
  before: ReleasedSite,
  { plans, redirects }: { plans: readonly { slug: string }[]; redirects: readonly Redirect[] },
): Problem | undefined {
  const moved = new Set(redirects.map(({ from }) => from));
  const lost = plans
    .map(({ slug }) => urls.planPdf(slug))
    .find(address => address.slice(1) in before.files && !moved.has(address));
  return lost === undefined
    ? undefined
    : problemOf(
        "--pdf",
        `bản đang công bố có PDF của kế hoạch, như ${lost}, bản không kèm PDF sẽ làm mất các địa chỉ ấy`,
        "chạy npm run release -- --pdf, hoặc dẫn từng địa chỉ đi nơi khác trong data/redirects.csv",
      );
}

/** The folders that a file lies in, the nearest first, each with the rest of its name. */
function* foldersOf(name: string): Iterable<[folder: string, rest: string]> {
  for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1))
    yield [name.slice(0, at + 1), name.slice(at + 1)];
}

/** For a record of the API or a bare page: the page that says the same, and how the like file of another page is called. */
function mirroredPage(
  name: string,
): { readonly page: string; readonly nameFor: (page: string) => string } | undefined {
  const [, api, record] = /^(api\/v\d+)(\/.+)\.json$/.exec(name) ?? [];
  if (record !== undefined)
    return { page: `${record}/`, nameFor: page => `${api}${page.replace(/\/$/, "")}.json` };
  const [, framed] = /^nhung(\/.+\/)index\.html$/.exec(name) ?? [];
  return framed === undefined ? undefined : { page: framed, nameFor: page => `nhung${page}index.html` };
}
