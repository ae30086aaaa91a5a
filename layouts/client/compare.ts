import { h, render } from "preact";
import { Compare } from "../parts/compare.tsx";
import { type Choice, parseChoice } from "../parts/compare-choice.ts";
import { forLastAsked } from "./compare/last-asked.ts";
import { addPng } from "./figure/png.ts";
import { highlightSeries } from "./figure/series.ts";

/** Brings the page of comparison to life; the library of charts is loaded when a reader's own choice is to be drawn. */
const form = document.querySelector<HTMLElement>("#so-sanh-chon");
const result = document.querySelector<HTMLElement>("#so-sanh-ket-qua");
if (form && result) {
  const fallback = JSON.parse(form.dataset.start ?? "{}") as Choice;
  const indices = [...document.querySelectorAll<HTMLAnchorElement>("a[data-index]")].map(link => ({
    id: link.dataset.index ?? "",
    name: link.textContent ?? "",
    href: link.href,
  }));
  const ids = indices.map(({ id }) => id);
  const start = parseChoice(location.search, fallback, ids);
  const whenLoaded = forLastAsked(() => import("../parts/compare-result.ts"));
  render(
    h(Compare, {
      indices,
      start,
      drawAtOnce: location.search !== "",
      show: (choice, tables) => whenLoaded(({ drawChoice }) => drawChoice(result, choice, tables, enliven)),
    }),
    form,
  );
}

function enliven(figure: HTMLElement): void {
  highlightSeries(figure);
  addPng(figure);
}
