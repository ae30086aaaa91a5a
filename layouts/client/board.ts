import {
  CHUNK,
  type FacetValue,
  findTasks,
  planOfTask,
  type TaskIndex,
  type TaskRow,
} from "../../scripts/model/task-index.ts";
import { fold } from "../../scripts/model/vietnamese.ts";
import { filterStrings } from "../filter-strings.ts";
import { loadedOnce } from "../loaded-once.ts";

const { columns, filter: words } = filterStrings;

/** What is chosen by, with its name in the address and the list of its values. */
const FACETS = [
  ["status", "tinh_trang", "statuses"],
  ["lead", "chu_tri", "leads"],
  ["quarter", "quy", "quarters"],
  ["plan", "ke_hoach", "plans"],
] as const;

/** How many tasks are shown at once. */
const STEP = 50;
/** A list of more values than this is narrowed by typing. */
const LONG = 40;

/** The filter of the task board: its data comes when it is opened, or when the address already asks for something. */
function board(box: HTMLDetailsElement): void {
  const asked = new URLSearchParams(location.search);
  const source = new URL(box.querySelector("a")?.href ?? "");
  const lists = document.querySelector<HTMLElement>("[data-board-lists]");
  const status = document.createElement("p");
  status.role = "status";
  let isStarted = false;
  // What did not come is asked for again when the filter is opened again.
  const start = async () => {
    if (isStarted) return;
    isStarted = true;
    box.append(status);
    status.textContent = words.loading;
    try {
      build(box, await fetchJson<TaskIndex>(source), source);
      status.remove();
    } catch {
      isStarted = false;
      status.textContent = words.failed;
      box.removeAttribute("data-asked");
      if (lists) lists.hidden = false;
    }
  };
  box.addEventListener("toggle", () => box.open && start());
  // The place of the tasks that the address asks for is as high as the window: what stands below is out of sight.
  const isAsked = FACETS.some(([, name]) => asked.has(name));
  box.toggleAttribute("data-asked", isAsked);
  box.open ||= isAsked;
  if (lists) lists.hidden = isAsked;
  if (box.open) void start();
}

function build(box: HTMLElement, index: TaskIndex, source: URL): void {
  const form = add(box, "form");
  const asked = new URLSearchParams(location.search);
  const selects = FACETS.map(([key, name, values]) =>
    addSelect(form, name, words[key], index[values], asked.get(name) ?? ""),
  );
  form.className = "filter";
  const count = add(form, "output");
  const clear = add(form, "button", words.clear);
  clear.type = "reset";
  const result = add(box, "div");
  const lists = document.querySelector<HTMLElement>("[data-board-lists]");

  const apply = () => {
    const [status = "", lead = "", quarter = "", plan = ""] = selects.map(({ value }) => value);
    const isChosen = selects.some(({ value }) => value !== "");
    if (lists) lists.hidden = isChosen;
    const found = isChosen ? findTasks(index, { status, lead, quarter, plan }) : [];
    count.textContent = isChosen ? filterStrings.tasks(found.length) : "";
    clear.hidden = !isChosen;
    if (!isChosen) box.removeAttribute("data-asked");
    result.replaceChildren();
    if (found.length > 0)
      show(result, found, index, source, () => {
        if (lists) lists.hidden = false;
      });
  };
  const remember = () => {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value) query.set(name, value);
    history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
    apply();
  };
  form.onchange = remember;
  form.onsubmit = () => false;
  form.onreset = () =>
    setTimeout(() => {
      remember();
      // The button that was pressed is gone.
      selects[0]?.focus();
    });
  apply();
}

/** A select; a long one has a field above it that leaves only what was typed, without marks. */
function addSelect(
  form: HTMLElement,
  name: string,
  label: string,
  values: readonly FacetValue[],
  chosen: string,
): HTMLSelectElement {
  const box = add(form, "div");
  box.className = "facet";
  const select = document.createElement("select");
  select.name = name;
  select.id = `loc-${name}`;
  add(box, "label", label).htmlFor = select.id;
  const fill = (typed: string) => {
    const kept = select.value;
    const left = values.filter(value => value.id === kept || fold(value.name).includes(fold(typed)));
    select.replaceChildren(
      new Option(words.all, ""),
      ...left.map(value => new Option(value.name, value.id, false, value.id === kept)),
    );
  };
  fill("");
  select.value = values.some(({ id }) => id === chosen) ? chosen : "";
  if (values.length > LONG) {
    const field = add(box, "input");
    field.type = "search";
    field.placeholder = words.narrow;
    field.ariaLabel = `${label}: ${words.narrow}`;
    field.oninput = () => fill(field.value);
    form.addEventListener("reset", () => fill(""));
    // Typing narrows the list; only choosing from it changes what is shown.
    field.onchange = event => event.stopPropagation();
  }
  box.append(select);
  return select;
}

const loadRows = loadedOnce((address: string) => fetchJson<readonly TaskRow[]>(new URL(address)));

/**
 * The first tasks that were found, and a button for the next ones.
 * @param giveLists shows the lists that need no filter, when tasks do not come
 */
function show(
  result: HTMLElement,
  found: readonly number[],
  index: TaskIndex,
  source: URL,
  giveLists: () => void,
): void {
  const box = add(result, "div");
  box.className = "table flow";
  const table = add(box, "table");
  table.ariaLabel = words.caption;
  const head = add(add(table, "thead"), "tr");
  for (const title of [columns.task, columns.leads, columns.deadline, columns.status])
    add(head, "th", title).scope = "col";
  const body = add(table, "tbody");
  const more = add(result, "button", words.more);
  more.type = "button";
  const status = add(result, "p");
  status.role = "status";
  let shown = 0;
  const showMore = async () => {
    const next = found.slice(shown, shown + STEP);
    more.hidden = true;
    const rows = await Promise.all(next.map(task => fetchRow(task, source))).catch(() => undefined);
    more.hidden = rows !== undefined && shown + next.length >= found.length;
    status.textContent = rows ? "" : words.failed;
    if (!rows) return giveLists();
    shown += next.length;
    for (const [i, task] of next.entries()) {
      const row = rows[i];
      if (row) addRow(body, task, row, index, source);
    }
  };
  more.onclick = async () => {
    const first = shown;
    await showMore();
    // The button was hidden while the tasks came, and lost the focus.
    (body.rows[first]?.querySelector("a") ?? more).focus();
  };
  void showMore();
}

function addRow(body: HTMLElement, task: number, row: TaskRow, index: TaskIndex, source: URL): void {
  const [id, title, deadline] = row;
  const plan = index.plans[planOfTask(index, task)];
  const status = index.statuses[index.status[task] ?? 0];
  const line = add(body, "tr");
  const head = add(line, "th");
  head.scope = "row";
  const link = add(head, "a", `${id}. ${title}`);
  // The index lies at nhiem-vu/loc/: two folders up is the root of the site, wherever that is.
  link.href = new URL(`../../ke-hoach/${plan?.id}/#${id}`, source).href;
  add(head, "small", plan?.name);
  const leads = (index.lead[task] ?? []).map(lead => index.leads[lead]?.name).join("; ");
  add(line, "td", leads).dataset.label = columns.leads;
  add(line, "td", deadline).dataset.label = columns.deadline;
  const state = add(line, "td");
  state.dataset.label = columns.status;
  const badge = add(state, "span", status?.name);
  badge.className = `status ${status?.key}`;
}

async function fetchRow(task: number, source: URL): Promise<TaskRow | undefined> {
  const rows = await loadRows(new URL(`${Math.floor(task / CHUNK)}.json`, source).href);
  return rows[task % CHUNK];
}

async function fetchJson<Value>(address: URL): Promise<Value> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

function add<Name extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  name: Name,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

for (const box of document.querySelectorAll<HTMLDetailsElement>("[data-board]")) board(box);
