/** Runs a step of a long command and shows that it goes on. */
export type Step = <Value>(
  name: string,
  work: (tick: () => void) => Promise<Value>,
  total?: number,
) => Promise<Value>;

/** How often a running step shows where it is, in milliseconds. */
const EVERY = 1000;

/**
 * Shows steps with the time they took: on a terminal one line a step that moves, elsewhere (a log) one line when a step
 * is done.
 * @param out standard error: standard output is for the result
 */
export function showProgress(out: NodeJS.WriteStream): Step {
  return async (name, work, total) => {
    const start = performance.now();
    let done = 0;
    const line = () => {
      const count = total === undefined ? "" : ` ${done}/${total}`;
      return `${name}…${count} ${((performance.now() - start) / 1000).toFixed(1).replace(".", ",")} giây`;
    };
    const timer = out.isTTY ? setInterval(() => out.write(`\r\u001B[K${line()}`), EVERY) : undefined;
    try {
      const value = await work(() => {
        done++;
      });
      out.write(`${out.isTTY ? "\r\u001B[K" : ""}${line()}\n`);
      return value;
    } finally {
      clearInterval(timer);
    }
  };
}
