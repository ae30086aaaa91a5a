import type { ComponentChildren } from "preact";

/** Parts in a row, with a sign between any two. */
export function joined(parts: readonly ComponentChildren[], sign = ", ") {
  return parts.map((part, i) => (
    <>
      {i > 0 && sign}
      {part}
    </>
  ));
}
