import { countBy } from "../../scripts/model/maps.ts";
import { compareText } from "../../scripts/model/text-order.ts";
import { fold } from "../../scripts/model/vietnamese.ts";
import { strings } from "../strings.ts";
import { ask } from "./search/ask.ts";
import type { Answer } from "./search/engine.ts";
import {
  type Filter,
  loadTaskFilters,
  recordFilters,
  TASK_FILTERS,
  type TaskFilters,
} from "./search/filters.ts";
import type { Hit } from "./search/find.ts";
import { renderHit } from "./search/view.ts";

const PAGE = 10;
const text = strings.search;

const find = <Type extends Element>(selector: string) => document.querySelector<Type>(selector);
const form = find<HTMLFormElement>("[data-search]");
const input = form?.querySelector("input");
const region = find<HTMLElement>("[data-results-region]");
const root = document.documentElement;
const list = find<HTMLOListElement>("[data-results]");
const count = find<HTMLOutputElement>("[data-count]");
const notice = find<HTMLElement>("[data-notice]");
const filters = find<HTMLElement>("[data-filters]");
const narrow = find<HTMLDetailsElement>("[data-narrow]");
const more = find<HTMLButtonElement>("[data-more]");

/** On a phone the hits come first, and the filters on demand. */
if (narrow) narrow.open = matchMedia("(width >= 48rem)").matches;

/** When hits were last added, in milliseconds as events tell them. */
let grewAt = Number.NEGATIVE_INFINITY;

// The second click of a double click on the button falls on a hit that has moved below the pointer. It counts when it was
// made: a slow phone may hear of it late.
list?.addEventListener("click", event => {
  if (event.detail > 0 && event.timeStamp < grewAt + 500) event.preventDefault();
});

let taskFilters: TaskFilters | undefined;
let shown = 0;
let hits: readonly Hit[] = [];
let run = 0;

async function show(): Promise<void> {
  const params = new URLSearchParams(location.search);
  const query = params.get("q")?.trim() ?? "";
  if (!region || !list || !count || !input) return;
  if (document.activeElement !== input) input.value = query;
  // What is still under way answers an earlier question.
  const current = ++run;
  if (query === "") {
    delete root.dataset.asked;
    return;
  }
  root.dataset.asked = "";
  region.setAttribute("aria-busy", "true");
  try {
    const answer = await ask(query);
    if (TASK_FILTERS.some(name => params.has(name)) || params.get("xep") === "han")
      taskFilters ??= await loadTaskFilters(answer.sites);
    if (current !== run) return;
    const known = [...recordFilters(answer.sites), ...(taskFilters?.filters ?? [])];
    hits = sorted(
      answer.hits.filter(hit => known.every(filter => leaves(filter, hit, params))),
      params.get("xep"),
    );
    await renderHits(answer, 0);
    if (current !== run) return;
    if (answer.hits.length === 0) root.dataset.asked = "none";
    renderFilters(answer, params, known);
    count.textContent = text.count(hits.length);
    renderNotice(query, answer);
  } catch (error) {
    if (current !== run) return;
    fail(error);
  }
  find("[data-wait]")?.remove();
  region.setAttribute("aria-busy", "false");
}

/** Says that something did not come, and shows the lists that need no search. */
function fail(error: unknown): void {
  if (count) count.textContent = text.failed;
  root.dataset.asked = "failed";
  console.error(error);
}

/**
 * The hits from one on; only what is shown is loaded. They are left out when another question was asked meanwhile, or when
 * who pressed the button twice has them already.
 */
async function renderHits(answer: Answer, from: number): Promise<void> {
  const current = run;
  const items = await Promise.all(hits.slice(from, from + PAGE).map(hit => renderHit(hit, answer)));
  if (current !== run || (from > 0 && from !== shown)) return;
  if (from === 0) list?.replaceChildren(...items);
  else list?.append(...items);
  shown = from + items.length;
  if (!more) return;
  more.hidden = shown >= hits.length;
  more.onclick = () => {
    const first = shown;
    renderHits(answer, first).then(() => {
      list?.children[first]?.querySelector("a")?.focus();
      grewAt = performance.now();
    }, fail);
  };
}

function renderNotice(query: string, answer: Answer): void {
  if (!notice) return;
  const { about } = answer;
  notice.textContent = about === undefined ? "" : `${text.about(about)} `;
  if (answer.how === "folded") notice.append(text.folded(fold(about ?? query)));
  else if (answer.how === "apart") notice.append(text.apart);
  else if (answer.how === "most") notice.append(text.most);
  else if (answer.hits.length === 0) {
    notice.append(`${text.none(fold(query))} `);
    const { near } = answer;
    if (near !== undefined) {
      const link = document.createElement("a");
      link.href = `?${new URLSearchParams({ q: near })}`;
      link.textContent = near;
      notice.append(`${text.near} `, link);
    }
  }
  if (answer.missing.length > 0) notice.append(` ${text.missing(answer.missing.join(", "))}`);
}

function leaves({ name, value }: Filter, hit: Hit, params: URLSearchParams): boolean {
  const chosen = params.get(name);
  return !chosen || value(hit).includes(chosen);
}

/** By relevance as they come; by the last year that they are about; by the day they are due. */
function sorted(found: readonly Hit[], order: string | null): readonly Hit[] {
  const due = taskFilters?.due;
  if (order === "nam")
    return found.toSorted((a, b) => (b.record.years?.[1] ?? 0) - (a.record.years?.[1] ?? 0));
  // Two that have no day are equal: ∞ − ∞ is no number.
  if (order === "han" && due) return found.toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
  return found;
}

/** One select a filter, each choice with the number of hits that it would leave. */
function renderFilters(answer: Answer, params: URLSearchParams, known: readonly Filter[]): void {
  const summary = narrow?.querySelector("summary");
  if (!filters || !narrow || !summary) return;
  narrow.hidden = answer.hits.length === 0;
  const fields = known.map(filter => {
    const others = known.filter(other => other !== filter);
    const left = answer.hits.filter(hit => others.every(other => leaves(other, hit, params)));
    const options = [...countBy(left.flatMap(filter.value))]
      .sort(([a, x], [b, y]) => y - x || compareText(a, b))
      .slice(0, 100)
      .map(([key, n]): [string, string] => [key, `${filter.caption(key)} (${n.toLocaleString("vi-VN")})`]);
    return select(filter.name, filter.label, [["", text.filters.all], ...options], params);
  });
  const orders: [string, string][] = [
    ["", text.sorts.relevance],
    ["nam", text.sorts.year],
    ["han", text.sorts.due],
  ];
  fields.push(select("xep", text.filters.sort, orders, params));
  if (!taskFilters) fields.push(moreFilters(answer));
  filters.replaceChildren(...fields);
  // What narrows or orders the hits is said while the filters are folded away, too.
  const chosen = [...filters.querySelectorAll("select")].flatMap(({ value, selectedOptions: [option] }) =>
    value && option ? [option.text] : [],
  );
  summary.textContent = [text.filters.title, chosen.join(", ")].filter(Boolean).join(": ");
}

function moreFilters({ sites }: Answer): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text.filters.more;
  const load = async () => {
    taskFilters = await loadTaskFilters(sites);
    await show();
    filters?.querySelector<HTMLElement>(`[name="${TASK_FILTERS[0]}"]`)?.focus();
  };
  button.addEventListener("click", () => void load().catch(fail));
  return button;
}

function select(
  name: string,
  label: string,
  options: readonly [string, string][],
  params: URLSearchParams,
): HTMLElement {
  const wrapper = document.createElement("label");
  const field = document.createElement("select");
  field.name = name;
  for (const [value, caption] of options)
    field.append(new Option(caption, value, false, (params.get(name) ?? "") === value));
  field.addEventListener("change", () => {
    const next = new URLSearchParams(location.search);
    if (field.value) next.set(name, field.value);
    else next.delete(name);
    history.pushState(null, "", `?${next}`);
    void show().then(() => filters?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus());
  });
  wrapper.append(label, field);
  return wrapper;
}

let typing: ReturnType<typeof setTimeout> | undefined;
form?.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(typing);
  history.pushState(null, "", `?${new URLSearchParams({ q: input?.value.trim() ?? "" })}`);
  void show();
});
input?.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
    void show();
  }, 200);
});
addEventListener("popstate", () => {
  // Going back changes the question even while the field has the focus.
  if (input) input.value = new URLSearchParams(location.search).get("q") ?? "";
  void show();
});

/** Arrows move between the field and the hits; Escape goes back to the field. */
addEventListener("keydown", event => {
  const links = [...(list?.querySelectorAll<HTMLElement>("li > a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const inSearch = at >= 0 || document.activeElement === input;
  if (inSearch && event.key === "ArrowDown") links[at + 1]?.focus();
  else if (inSearch && event.key === "ArrowUp") (at > 0 ? links[at - 1] : input)?.focus();
  else if (at >= 0 && event.key === "Escape") input?.focus();
  else return;
  event.preventDefault();
});

/** Nothing of the search is loaded before the page stands; a page behind others is not painted at all. */
if (document.hidden) void show();
else requestAnimationFrame(() => setTimeout(show));
