import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { runTold, ToldFailure } from "./command.ts";

/** What a child process reports to its parent, which prints it. */
interface Refused {
  /** The sentence that says what the disk refused. */
  readonly refused: string;
}

/** Said by the parent: a process that was killed cannot say it. */
const KILLED =
  "Hệ thống đã dừng một tiến trình giữa chừng (SIGKILL), thường vì hết bộ nhớ; đóng bớt chương trình khác, hoặc chạy trên máy có nhiều bộ nhớ hơn";

/**
 * Runs the main function of a child process. What the disk refuses is printed by the parent, once: several children may
 * find the same disk full at the same time.
 * @throws when this process is no child
 */
export async function runPart(main: () => Promise<void>): Promise<void> {
  if (!process.send) throw new Error("Nobody to tell what the disk refuses");
  const tell = (told: Refused) => new Promise<void>(done => process.send?.(told, () => done()));
  await runTold(main, refused => tell({ refused }));
}

/** Starts a child process that does not outlive this one. */
export function startPart(script: string, ...args: readonly string[]): ChildProcess {
  const child = fork(script, args, { serialization: "advanced" });
  const kill = () => child.kill("SIGKILL");
  // Before what it writes is cleared away.
  process.prependListener("exit", kill);
  child.once("close", () => process.off("exit", kill));
  return child;
}

/**
 * Waits until a child process has ended.
 * @param name what it makes, for the trace of an error
 * @throws ToldFailure when it ended with another exit code than 0
 */
export async function endOfPart(child: ChildProcess, name: string): Promise<void> {
  let refused: string | undefined;
  child.on("message", (told: Partial<Refused>) => {
    refused ??= told.refused;
  });
  // By then all that it told has come; at its exit it may not.
  const [code, signal] = await once(child, "close");
  if (code === 0) return;
  throw new ToldFailure(
    refused ?? (signal === "SIGKILL" ? KILLED : ""),
    `${name}: ${signal ?? `exit code ${code}`}`,
  );
}
