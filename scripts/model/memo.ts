import { collectProblems, type Problem, type Report } from "./problem.ts";

interface Reading<Surroundings, Value> {
  readonly surroundings: Surroundings;
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/**
 * Makes a parser that reads a file once, and again only when the file or its surroundings have changed; what it reported
 * is reported every time. The value is shared by all sites that have the file, so it may depend on nothing else. The loader
 * hands out an unchanged file as the same object (scripts/load.ts): after an edit one file is parsed, and what refers to it
 * is joined anew.
 */
export function parsedOnce<File extends object | undefined, Surroundings extends object, Value>(
  parse: (file: File, surroundings: Surroundings, report: Report) => Value,
): (file: File, surroundings: Surroundings, report: Report) => Value {
  const readings = new WeakMap<object, Reading<Surroundings, Value>>();
  // Stands for a file that is absent, as one that a site need not have.
  const noFile = {};
  return (file, surroundings, report) => {
    let reading = readings.get(file ?? noFile);
    if (!reading || !haveSameValues(reading.surroundings, surroundings)) {
      const { report: collect, problems } = collectProblems();
      reading = { surroundings, value: parse(file, surroundings, collect), problems };
      readings.set(file ?? noFile, reading);
    }
    for (const problem of reading.problems) report(problem, problem.message, problem.mend, problem.about);
    return reading.value;
  };
}

function haveSameValues(before: object, now: object): boolean {
  return before === now || haveSameItems(Object.entries(before), Object.entries(now));
}

/** Maps and sets are made anew for every site: they are the same when they hold the same. */
function isSame(before: unknown, now: unknown): boolean {
  if (before instanceof Set && now instanceof Set) return haveSameItems([...before], [...now]);
  if (before instanceof Map && now instanceof Map) return haveSameItems([...before], [...now]);
  if (Array.isArray(before) && Array.isArray(now)) return haveSameItems(before, now);
  return Object.is(before, now);
}

/** Whether two lists hold the same in the same order. */
export function haveSameItems(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((item, i) => isSame(item, now[i]));
}
