import { addPng } from "./figure/png.ts";
import { highlightSeries } from "./figure/series.ts";
import { makeSortable } from "./figure/table-sort.ts";

/**
 * What a page with figures adds to the drawings of the server: tips, highlighting, keyboard and PNG. No chart library is
 * loaded; a figure is touched only when it nears the viewport.
 */
const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      near.unobserve(target);
      highlightSeries(target);
      addPng(target);
    }
  },
  { rootMargin: "400px" },
);
for (const figure of document.querySelectorAll<HTMLElement>("[data-figure]")) near.observe(figure);
for (const table of document.querySelectorAll<HTMLTableElement>("[data-sortable] table")) makeSortable(table);
