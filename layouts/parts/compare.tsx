import { useEffect, useRef, useState } from "preact/hooks";
import { readIndexJson } from "../../scripts/model/index-json.ts";
import { allNames, type IndexTable } from "../../scripts/model/index-table.ts";
import { compareStrings as words } from "../compare-strings.ts";
import { loadedOnce } from "../loaded-once.ts";
import { AgencyChoice } from "./agency-choice.tsx";
import { type Choice, fitChoice, formatChoice } from "./compare-choice.ts";

interface CompareProps {
  /** Where each index's results are fetched from. */
  readonly indices: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  readonly start: Choice;
  /** What is there from the start, by index id: that of the chosen index, so that every choice has its place at once. */
  readonly known: ReadonlyMap<string, IndexTable>;
  /** What stands in the line of state until something is chosen. */
  readonly state: string;
  /** Whether the address asks for another choice than the one that was drawn at build time. */
  readonly drawAtOnce: boolean;
  /** Draws the choice; given the tables that it needs. */
  readonly show: (choice: Choice, tables: ReadonlyMap<string, IndexTable>) => Promise<void>;
}

/**
 * The choices of the page of comparison, drawn alike when the page is built and in the browser. The address follows every
 * change.
 */
export function Compare({ indices, start, known, state, drawAtOnce, show }: CompareProps) {
  const [asked, setAsked] = useState(start);
  const [tables, setTables] = useState(known);
  const [failed, setFailed] = useState(false);
  const changed = useRef(drawAtOnce);
  const table = tables.get(asked.index);
  const choice = fitChoice(asked, table);
  const missing = indices.filter(
    ({ id }) => (id === choice.index || id === choice.second) && !tables.has(id),
  );

  // Every change asks anew for what did not come before.
  useEffect(() => {
    for (const { id, href } of missing)
      loadTable(href)
        .then(loaded => setTables(others => new Map([...others, [id, loaded]])))
        .catch(() => setFailed(true));
  }, [asked]);
  useEffect(() => {
    if (!changed.current || missing.length > 0) return;
    void show(choice, tables).catch(() => setFailed(true));
  }, [asked, tables]);

  const change = (part: Partial<Choice>) => {
    changed.current = true;
    const next = { ...choice, ...part };
    history.replaceState(null, "", formatChoice(next));
    setFailed(false);
    setAsked(next);
  };
  // An agency that the chosen index does not have goes by the name that another one gives it.
  const nameOf = (id: string) =>
    [table, ...tables.values()].map(known => known && allNames(known).get(id)).find(Boolean) ?? id;
  const years = table?.years ?? [];
  const components = (table?.components ?? []).filter(({ key }) => table?.cells.has(key));
  return (
    <form class="compare-form" onSubmit={event => event.preventDefault()}>
      <AgencyChoice
        index={indices.find(({ id }) => id === choice.index)?.name ?? ""}
        table={table}
        nameOf={nameOf}
        chosen={choice.agencies}
        onChange={agencies => change({ agencies })}
      />
      <Select
        label={words.index}
        value={choice.index}
        options={indices.map(({ id, name }) => [id, name])}
        onChange={index => change({ index, component: "", from: undefined, to: undefined })}
      />
      <Select
        label={words.component}
        value={choice.component}
        options={[["", words.whole], ...components.map(({ key, name }): [string, string] => [key, name])]}
        onChange={component => change({ component })}
      />
      <Select
        label={words.second}
        value={choice.second}
        options={[
          ["", words.none],
          ...indices
            .filter(({ id }) => id !== choice.index)
            .map(({ id, name }): [string, string] => [id, name]),
        ]}
        onChange={second => change({ second })}
      />
      <Select
        label={words.measure}
        value={choice.measure}
        options={[
          ["value", words.value],
          ["rank", words.rank],
        ]}
        onChange={measure => change({ measure: measure === "rank" ? "rank" : "value" })}
      />
      <Select
        label={words.from}
        value={String(choice.from ?? years[0] ?? "")}
        options={years.map(year => [String(year), String(year)])}
        onChange={year => change({ from: Number(year) })}
      />
      <Select
        label={words.to}
        value={String(choice.to ?? years.at(-1) ?? "")}
        options={years.map(year => [String(year), String(year)])}
        onChange={year => change({ to: Number(year) })}
      />
      <p class="compare-state" role="status">
        {failed ? words.failed : table ? state : words.loading}
      </p>
    </form>
  );
}

/** Fetches the results of an index; rejects when they do not come. */
export const loadTable = loadedOnce(async (href: string): Promise<IndexTable> => {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${response.status} ${href}`);
  return readIndexJson(await response.json());
});

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChange(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
