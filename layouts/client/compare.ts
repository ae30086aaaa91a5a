import { h, render } from "preact";
import type { IndexTable } from "../../scripts/model/index-table.ts";
import { Compare, loadTable } from "../parts/compare.tsx";
import { type Choice, parseChoice } from "../parts/compare-choice.ts";
import { forLastAsked } from "./compare/last-asked.ts";
import { addPng } from "./figure/png.ts";
import { highlightSeries } from "./figure/series.ts";
import { makeSortable } from "./figure/table-sort.ts";
import "../styles/compare.css";

/** Brings the page of comparison to life; the library of charts is loaded when a reader's own choice is to be drawn. */
const form = document.querySelector<HTMLElement>("#so-sanh-chon");
const result = document.querySelector<HTMLElement>("#so-sanh-ket-qua");
if (form && result) void compare(form, result);

/**
 * The form of the default choice stands in the page and is brought to life with the results of the chosen index; where
 * they do not come, the form asks once more and says so.
 */
async function compare(form: HTMLElement, result: HTMLElement): Promise<void> {
  const fallback = JSON.parse(form.dataset.start ?? "{}") as Choice;
  const indices = [...document.querySelectorAll<HTMLAnchorElement>("a[data-index]")].map(link => ({
    id: link.dataset.index ?? "",
    name: link.textContent ?? "",
    href: link.href,
  }));
  const ids = indices.map(({ id }) => id);
  const start = parseChoice(location.search, fallback, ids);
  const isAsked = location.search !== "";
  // Another choice than the one that stands there takes a place as high as the window: what is below is out of sight.
  form.toggleAttribute("data-asked", isAsked);
  const stay = () => form.removeAttribute("data-asked");
  const known = new Map<string, IndexTable>();
  const chosen = indices.find(({ id }) => id === start.index);
  // The page is read before the results come: on a slow line they would take the way of its fonts and words.
  await painted();
  if (chosen) await loadTable(chosen.href).then(table => known.set(chosen.id, table), stay);
  const whenLoaded = forLastAsked(() => import("../parts/compare-result.tsx"));
  const show = (choice: Choice, tables: ReadonlyMap<string, IndexTable>) =>
    whenLoaded(({ drawChoice }) => {
      stay();
      drawChoice(result, choice, tables, enliven);
      for (const table of result.querySelectorAll<HTMLTableElement>("[data-sortable] table"))
        makeSortable(table);
    }).finally(stay);
  render(h(Compare, { indices, start, known, state: "", drawAtOnce: isAsked, show }), form);
  // With fewer or more agencies than stood there the form moves: it is seen again once it has.
  if (isAsked) await painted();
  form.inert = false;
}

/** Waits until what was rendered has been laid out: a frame asks for the next one. */
function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function enliven(figure: HTMLElement): void {
  highlightSeries(figure);
  addPng(figure);
}
