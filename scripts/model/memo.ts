import { collectProblems, type Problem, type Report } from "./problem.ts";

interface Reading<Surroundings, Value> {
  readonly surroundings: Surroundings;
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/**
 * A parser that reads a file only once, for as long as the file and all that it is read with stay the same; what it
 * reported then, it reports again. The value is shared by all sites that have the file, so it may not depend on anything
 * else. The loader hands out a file that did not change as the same object (scripts/load.ts): after an edit one file is
 * parsed, and what refers to it is joined anew.
 */
export function parsedOnce<File extends object | undefined, Surroundings extends object, Value>(
  parse: (file: File, surroundings: Surroundings, report: Report) => Value,
): (file: File, surroundings: Surroundings, report: Report) => Value {
  const readings = new WeakMap<object, Reading<Surroundings, Value>>();
  // A file that there need not be is read as an empty one, which is always the same.
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
