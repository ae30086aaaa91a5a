import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { runTold, ToldFailure } from "./command.ts";

/** What a process of the program tells the one that began it, which says it to the user. */
interface Refused {
  /** What the disk refused, in a sentence. */
  readonly refused: string;
}

/**
 * Runs what a process of the program is there for. Several may find the same disk full at once: none says so itself.
 * @returns throws when no process began this one
 */
export async function runPart(main: () => Promise<void>): Promise<void> {
  if (!process.send) throw new Error("Nobody to tell what the disk refuses");
  const tell = (told: Refused) => new Promise<void>(done => process.send?.(told, () => done()));
  await runTold(main, refused => tell({ refused }));
}

/** Begins a process of the program, which does not outlive this one. */
export function startPart(script: string, ...args: readonly string[]): ChildProcess {
  const child = fork(script, args, { serialization: "advanced" });
  // Before what it writes is cleared away.
  process.prependListener("exit", () => child.kill("SIGKILL"));
  return child;
}

/**
 * Waits until a process of the program has ended.
 * @param name what it makes, for whoever reads a trace
 * @returns throws a ToldFailure when it did not end well
 */
export async function endOfPart(child: ChildProcess, name: string): Promise<void> {
  let refused: string | undefined;
  child.on("message", (told: Partial<Refused>) => {
    refused ??= told.refused;
  });
  // By then all that it told has come; at its exit it may not.
  const [code] = await once(child, "close");
  if (code !== 0) throw new ToldFailure(`${name}: exit code ${code}`, refused);
}
