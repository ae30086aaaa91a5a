import { strings } from "../strings.ts";
import { listPage } from "../urls.ts";

/** How many entries a page of a long list holds. */
export const PAGE_SIZE = 200;

/** One page of a long list, as Eleventy's pagination hands it to a template. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** 1-based. */
  readonly number: number;
  readonly count: number;
}

/** Cuts a list into pages; an empty list is one empty page. */
export function paged<Item>(items: readonly Item[], size = PAGE_SIZE): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, i) => ({
    items: items.slice(i * size, (i + 1) * size),
    number: i + 1,
    count,
  }));
}

/** How many pages before and after the current one are linked. */
const NEAR = 3;

/**
 * Links to the other pages of a list; nothing when there is only one. Of many pages the first, the last and the near
 * ones: links to all of them from each of them would grow with the square of the list.
 */
export function Pager({ base, page }: { base: string; page: Pick<ListPage<unknown>, "number" | "count"> }) {
  if (page.count <= 1) return null;
  const from = Math.max(1, page.number - NEAR);
  const near = Array.from(
    { length: Math.min(page.count, page.number + NEAR) - from + 1 },
    (_, i) => from + i,
  );
  const numbers = [...new Set([1, ...near, page.count])];
  return (
    <nav class="pager" aria-label={strings.page.pages}>
      <ol>
        {numbers.map((number, i) => (
          <>
            {number - (numbers[i - 1] ?? 0) > 1 && <li>…</li>}
            <li>
              <a href={listPage(base, number)} aria-current={number === page.number ? "page" : undefined}>
                {number}
              </a>
            </li>
          </>
        ))}
      </ol>
    </nav>
  );
}
