import { findNearest, fold } from "../../scripts/model/vietnamese.ts";
import { strings } from "../strings.ts";
import { type Answer, type Engine, type Hit, loadEngine } from "./search/engine.ts";
import { renderHit } from "./search/view.ts";

const BASE = import.meta.env.BASE_URL;
const PAGE = 10;
const text = strings.search;

const find = <Type extends Element>(selector: string) => document.querySelector<Type>(selector);
const form = find<HTMLFormElement>("[data-search]");
const input = form?.querySelector("input");
const region = find<HTMLElement>("[data-results-region]");
const list = find<HTMLOListElement>("[data-results]");
const count = find<HTMLOutputElement>("[data-count]");
const notice = find<HTMLElement>("[data-notice]");
const filters = find<HTMLElement>("[data-filters]");
const more = find<HTMLButtonElement>("[data-more]");

/** A filter: its name in the address, and what a hit is filed under. */
const FILTERS: readonly [name: string, label: string, value: (hit: Hit) => readonly string[]][] = [
  ["loai", text.filters.kind, hit => [hit.kind]],
  ["chi-so", text.filters.index, hit => hit.record.indices],
  ["nam", text.filters.year, hit => (hit.record.year === undefined ? [] : [String(hit.record.year)])],
  ["co-quan", text.filters.agency, hit => (hit.record.agency === undefined ? [] : [hit.record.agency])],
];

let engine: Promise<Engine> | undefined;
let shown = 0;
let hits: readonly Hit[] = [];
let run = 0;

async function show(): Promise<void> {
  const params = new URLSearchParams(location.search);
  const query = params.get("q")?.trim() ?? "";
  if (!region || !list || !count || !input) return;
  if (document.activeElement !== input) input.value = query;
  region.hidden = query === "";
  find<HTMLElement>("[data-static]")?.toggleAttribute("hidden", query !== "");
  if (query === "") return;
  const current = ++run;
  region.setAttribute("aria-busy", "true");
  try {
    engine ??= loadEngine(BASE);
    const { table, search } = await engine;
    const answer = await search(query);
    if (current !== run) return;
    renderFilters(answer.hits, params, table.agencies);
    hits = answer.hits.filter(hit =>
      FILTERS.every(([name, , value]) => !params.has(name) || value(hit).includes(params.get(name) ?? "")),
    );
    if (params.get("xep") === "nam")
      hits = [...hits].sort((a, b) => (b.record.year ?? 0) - (a.record.year ?? 0));
    await renderMore(answer, table, true);
    if (current !== run) return;
    count.textContent = text.count.replace("{}", String(hits.length));
    renderNotice(query, answer, table);
  } catch (error) {
    count.textContent = text.failed;
    find<HTMLElement>("[data-static]")?.removeAttribute("hidden");
    engine = undefined;
    console.error(error);
  }
  region.setAttribute("aria-busy", "false");
}

/** The next hits; only what is shown is loaded. */
async function renderMore(answer: Answer, table: Awaited<Engine["table"]>, anew: boolean): Promise<void> {
  const from = anew ? 0 : shown;
  const items = await Promise.all(
    hits.slice(from, from + PAGE).map(hit => renderHit(hit, answer, table, BASE)),
  );
  if (anew) list?.replaceChildren(...items);
  else list?.append(...items);
  shown = from + items.length;
  if (!more) return;
  more.hidden = shown >= hits.length;
  more.onclick = () => {
    const first = shown;
    void renderMore(answer, table, false).then(() => list?.children[first]?.querySelector("a")?.focus());
  };
}

function renderNotice(query: string, answer: Answer, table: Awaited<Engine["table"]>): void {
  if (!notice) return;
  notice.textContent = "";
  if (answer.how === "folded") notice.textContent = text.folded.replace("{}", fold(query));
  else if (answer.how === "apart") notice.textContent = text.apart;
  else if (answer.hits.length === 0) {
    notice.textContent = `${text.none.replace("{}", fold(query))} `;
    const names = [
      ...table.abbreviations.flat(),
      ...Object.values(table.agencies),
      ...table.records.map(({ title }) => title),
    ];
    const near = findNearest(query, names.filter(Boolean));
    if (near === undefined) return;
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams({ q: near })}`;
    link.textContent = near;
    notice.append(`${text.near} `, link);
  }
}

/** One select a filter, each choice with the number of hits that it would leave. */
function renderFilters(
  all: readonly Hit[],
  params: URLSearchParams,
  agencies: Readonly<Record<string, string>>,
): void {
  if (!filters) return;
  const names: Record<string, string> = { ...text.kinds, ...agencies };
  const fields = FILTERS.map(([name, label, value]) => {
    const others = all.filter(hit =>
      FILTERS.every(
        ([other, , of]) => other === name || !params.has(other) || of(hit).includes(params.get(other) ?? ""),
      ),
    );
    const counts = new Map<string, number>();
    for (const hit of others) for (const key of value(hit)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const options = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 100);
    return select(
      name,
      label,
      [
        ["", text.filters.all],
        ...options.map(([key, n]): [string, string] => [
          key,
          `${names[key] ?? key.toUpperCase().replaceAll("-", " ")} (${n})`,
        ]),
      ],
      params,
    );
  });
  fields.push(
    select(
      "xep",
      text.filters.sort,
      [
        ["", text.sorts.relevance],
        ["nam", text.sorts.year],
      ],
      params,
    ),
  );
  filters.replaceChildren(...fields);
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

form?.addEventListener("submit", event => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ q: input?.value.trim() ?? "" })}`);
  void show();
});
let typing: ReturnType<typeof setTimeout> | undefined;
input?.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
    void show();
  }, 200);
});
addEventListener("popstate", () => void show());

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

void show();
