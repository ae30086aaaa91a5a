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

/** Links to the other pages of a list; nothing when there is only one. */
export function Pager({ base, page }: { base: string; page: Pick<ListPage<unknown>, "number" | "count"> }) {
  if (page.count <= 1) return null;
  return (
    <nav class="pager" aria-label={strings.site.pages}>
      <ol>
        {Array.from({ length: page.count }, (_, i) => (
          <li>
            <a href={listPage(base, i + 1)} aria-current={i + 1 === page.number ? "page" : undefined}>
              {i + 1}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
