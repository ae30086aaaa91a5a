import type { ComponentChildren } from "preact";

/**
 * A table of words: as long as its rows, under a head that stays at the top of the window. On a phone every row stands
 * as a block, and each cell says by `data-label` what it holds.
 */
export function FlowTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="table flow" aria-label={label}>
      <table>{children}</table>
    </section>
  );
}
