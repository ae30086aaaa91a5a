/**
 * Tips and keyboard for a drawing: every mark with a title shows it on pointing and on focus; arrow keys go from mark
 * to mark; the series of the mark stands out. Works on what the server drew.
 */
export function highlightSeries(figure: HTMLElement): void {
  const tip = figure.querySelector<HTMLElement>(".chart-tip") ?? document.createElement("div");
  tip.className = "chart-tip";
  tip.hidden = true;
  // The mark that has the focus is read out by its name, which says the same.
  tip.ariaHidden = "true";
  figure.append(tip);
  for (const drawing of figure.querySelectorAll<HTMLElement>(".chart-wide, .chart-narrow, .chart-drawn"))
    enliven(drawing, tip, figure);
}

function enliven(drawing: HTMLElement, tip: HTMLElement, figure: HTMLElement): void {
  const marks: SVGElement[] = [];
  for (const title of drawing.querySelectorAll("svg title")) {
    const mark = title.parentElement as unknown as SVGElement | null;
    if (!mark || mark.nodeName === "svg") continue;
    // The words move from the browser's slow tip into the page's own.
    mark.dataset.tip = title.textContent ?? "";
    title.remove();
    marks.push(mark);
  }
  if (marks.length === 0) return;
  // An image cannot hold things to focus; a group with the same name can.
  drawing.setAttribute("role", "group");
  for (const svg of drawing.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "false");
  // The marks say all that the labels do; the numbers of the axes would be read out without what they belong to.
  for (const label of drawing.querySelectorAll("text:not([data-tip])"))
    label.setAttribute("aria-hidden", "true");
  for (const [i, mark] of marks.entries()) {
    mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", mark.dataset.tip ?? "");
  }
  const show = (mark: SVGElement) => {
    const box = mark.getBoundingClientRect();
    const frame = figure.getBoundingClientRect();
    tip.textContent = mark.dataset.tip ?? "";
    tip.hidden = false;
    const left = box.left + box.width / 2 - frame.left;
    tip.style.left = `${Math.min(Math.max(left, tip.offsetWidth / 2), frame.width - tip.offsetWidth / 2)}px`;
    tip.style.top = `${box.top - frame.top}px`;
    standOut(drawing, mark.closest("[data-series]")?.getAttribute("data-series") ?? undefined);
  };
  const hide = () => {
    tip.hidden = true;
    standOut(drawing, undefined);
  };
  const markOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<SVGElement>("[data-tip]") : null;
  drawing.addEventListener("pointerover", event => {
    const mark = markOf(event.target);
    if (mark) show(mark);
  });
  drawing.addEventListener("pointerout", hide);
  drawing.addEventListener("focusin", event => {
    const mark = markOf(event.target);
    if (mark) show(mark);
  });
  drawing.addEventListener("focusout", hide);
  drawing.addEventListener("keydown", event => {
    const at = marks.findIndex(({ dataset }) => dataset === (event.target as SVGElement | null)?.dataset);
    if (event.key === "Escape") hide();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next =
      event.key === "Home" ? marks[0] : event.key === "End" ? marks.at(-1) : step && marks[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    marks[at]?.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/** Dims every series but one; none = all stand alike. */
function standOut(drawing: HTMLElement, series: string | undefined): void {
  for (const group of drawing.querySelectorAll("[data-series]"))
    group.classList.toggle("dimmed", series !== undefined && group.getAttribute("data-series") !== series);
}
