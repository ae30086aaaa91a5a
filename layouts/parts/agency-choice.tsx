import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { allNames, type IndexTable } from "../../scripts/model/index-table.ts";
import { fold } from "../../scripts/model/vietnamese.ts";
import { compareStrings as words } from "../compare-strings.ts";
import { MOST_AGENCIES } from "./compare-choice.ts";

interface AgencyChoiceProps {
  /** The name of the chosen index. */
  readonly index: string;
  readonly table: IndexTable | undefined;
  /** The name of an agency by its id. */
  readonly nameOf: (id: string) => string;
  readonly chosen: readonly string[];
  readonly onChange: (agencies: string[]) => void;
}

/** Up to eight agencies, found by typing with or without marks; Enter takes the first, Tab reaches each. */
export function AgencyChoice({ index, table, nameOf, chosen, onChange }: AgencyChoiceProps) {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLFieldSetElement>(null);
  /** The place that an agency was taken from, or "added". */
  const change = useRef<number | "added" | undefined>(undefined);
  const isFull = chosen.length >= MOST_AGENCIES;
  // The button that changed the choice is gone. After a removal the next agency takes the focus before the field, which
  // would open a phone's keyboard; after an addition the field, or the last agency when it takes no more.
  useEffect(() => {
    const [at, fieldset] = [change.current, box.current];
    change.current = undefined;
    if (at === undefined || !fieldset) return;
    const buttons = [...fieldset.querySelectorAll<HTMLElement>(".chips button")];
    const field = fieldset.querySelector("input");
    const next = at === "added" ? !isFull && field : buttons[at];
    (next || buttons.at(-1) || field)?.focus();
  }, [chosen]);
  const names = useMemo(
    () => [...(table ? allNames(table) : [])].map(([id, name]) => ({ id, name, folded: fold(name) })),
    [table],
  );
  const wanted = fold(typed);
  const named = wanted === "" ? [] : names.filter(({ folded }) => folded.includes(wanted));
  const found = named
    .filter(({ id }) => !chosen.includes(id))
    .sort((a, b) => a.folded.indexOf(wanted) - b.folded.indexOf(wanted) || a.name.localeCompare(b.name, "vi"))
    .slice(0, 8);
  const add = (id: string | undefined) => {
    if (id === undefined || isFull) return;
    change.current = "added";
    onChange([...chosen, id]);
    setTyped("");
  };
  return (
    <fieldset class="compare-agencies" ref={box}>
      <legend>{words.chosen(chosen.length, MOST_AGENCIES)}</legend>
      <ul class="chips">
        {chosen.map((id, i) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                change.current = i;
                onChange(chosen.filter(other => other !== id));
              }}
              aria-label={`${words.remove} ${nameOf(id)}`}
            >
              {nameOf(id)} ×
            </button>
          </li>
        ))}
      </ul>
      <input
        type="text"
        autocomplete="off"
        value={typed}
        placeholder={words.addHint}
        aria-label={words.addAgency}
        disabled={isFull}
        onInput={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === "Enter") {
            event.preventDefault();
            add(found[0]?.id);
          }
          if (event.key === "Escape") setTyped("");
        }}
      />
      <ul class="compare-options" aria-live="polite">
        {found.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => add(id)}>
              + {name}
            </button>
          </li>
        ))}
        {table && wanted !== "" && found.length === 0 && (
          <li>{named.length > 0 ? words.alreadyChosen : words.noAgency(index)}</li>
        )}
      </ul>
      {isFull && <p>{words.full}</p>}
    </fieldset>
  );
}
