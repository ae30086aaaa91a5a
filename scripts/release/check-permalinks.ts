import type { Problem } from "../model/problem.ts";
import type { Redirect } from "../model/redirect.ts";
import type { ReleasedPage, ReleasedSite } from "../model/release.ts";
import { addressOf } from "./files.ts";

/** What became of the addresses of the release before. */
export interface Permalinks {
  readonly problems: readonly Problem[];
  /** Later pages of a list that has become shorter; they lead to the list. By file name, to an address. */
  readonly forwards: ReadonlyMap<string, string>;
}

/** A later page of a long list, `nhiem-vu/trang/7/`; what stands on it moves with every report. */
const LIST_PAGE = /^(.*\/)?trang\/\d+\/index\.html$/;

/**
 * Addresses that were published and have disappeared: pages, files, and the tasks and sections of plans. Each needs a
 * successor in data/redirects.csv, from where it is led on for good.
 */
export function checkPermalinks(
  before: ReleasedSite,
  after: ReleasedSite,
  redirects: readonly Redirect[],
  file: string,
): Permalinks {
  const problems: Problem[] = [];
  const forwards = new Map<string, string>();
  const moved = new Set(redirects.map(({ from }) => from));
  const newcomers = new Map(
    Object.entries(after.pages).flatMap(([name, { title }]) => (name in before.pages ? [] : [[title, name]])),
  );
  const lose = (address: string, title: string, to = "/…/") => {
    if (!moved.has(address))
      problems.push({
        file,
        line: 1,
        column: 1,
        message: `địa chỉ đã công bố ${address} (${title}) không còn`,
        mend: `thêm dòng “${address},${to}” (from,to) để dẫn người đọc tới chỗ mới, hoặc giữ lại nội dung cũ`,
      });
  };
  for (const [name, page] of Object.entries(before.pages)) {
    const now = after.pages[name];
    const list = LIST_PAGE.exec(name)?.[1];
    if (now) loseParts(name, page, now);
    else if (list !== undefined && `${list}index.html` in after.pages) forwards.set(name, `/${list}`);
    else {
      const heir = newcomers.get(page.title);
      lose(addressOf(name), page.title, heir && addressOf(heir));
    }
  }
  for (const name of Object.keys(before.files)) if (!(name in after.files)) lose(addressOf(name), "tệp");
  return { problems, forwards };

  function loseParts(name: string, { parts = {} }: ReleasedPage, now: ReleasedPage): void {
    if (now.forwardsTo !== undefined) return;
    for (const id of Object.keys(parts))
      if (!(id in (now.parts ?? {}))) lose(`${addressOf(name)}#${id}`, "mã trong kế hoạch");
  }
}
