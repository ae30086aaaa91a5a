import { rmSync } from "node:fs";

/** Signals by which people and systems stop a command, with the exit code that says so. */
const STOPS = [
  ["SIGINT", 130],
  ["SIGHUP", 129],
  ["SIGTERM", 143],
] as const;

const paths = new Set<string>();

/**
 * Names a file or folder that must not outlive the command, however it ends: done, refused, failed or stopped by Ctrl-C.
 * What was renamed meanwhile is not found under this name any more, and stays. Only SIGKILL leaves it behind; the next run
 * of the command clears it away then.
 */
export function removeAtExit(path: string): void {
  if (paths.size === 0) {
    process.once("exit", () => {
      // The last first: a lock is given back when what it guarded is gone.
      for (const left of [...paths].reverse())
        try {
          rmSync(left, { recursive: true, force: true, maxRetries: 3 });
        } catch {
          // What the disk refused to make, it may refuse to remove; the others are removed all the same.
        }
    });
    // The terminal and npm may each tell the command: the second time must not cut the clearing away short.
    for (const [signal, code] of STOPS)
      process.on(signal, () => {
        console.error("Đã dừng giữa chừng; những gì có trước đó được giữ nguyên.");
        process.exit(code);
      });
  }
  paths.add(path);
}
