import type { ComponentChildren } from "preact";

interface ColumnHeadsProps {
  readonly names: readonly string[];
  /** Names of the columns of numbers behind them, which stand flush right. */
  readonly numbers?: readonly string[];
}

/** The head of a table: the names of its columns. */
export function ColumnHeads({ names, numbers = [] }: ColumnHeadsProps) {
  return (
    <thead>
      <tr>
        {names.map(name => (
          <th scope="col">{name}</th>
        ))}
        {numbers.map(name => (
          <th scope="col" class="right">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/**
 * A table that scrolls inside its own box, under a header that stays; the keyboard can scroll it too.
 * @param kind what is in it, for the style sheet: `counts` has a name and many narrow columns of numbers, `years-table`
 *   a year in place of a name, `short` a name and a number or two, which stay near it
 */
export function ScrollTable(props: {
  label: string;
  kind?: "counts" | "years-table" | "short" | undefined;
  isSortable?: boolean;
  children: ComponentChildren;
}) {
  const { label, kind, isSortable, children } = props;
  return (
    <section
      class={kind ? `table ${kind}` : "table"}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
      tabIndex={0}
      data-sortable={isSortable || undefined}
    >
      <table>{children}</table>
    </section>
  );
}

/**
 * A table of words: as long as its rows, under a head that stays at the top of the window. On a phone every row stands
 * as a block, and each cell says by `data-label` what it holds.
 */
export function FlowTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="table flow">
      <table aria-label={label}>{children}</table>
    </div>
  );
}
