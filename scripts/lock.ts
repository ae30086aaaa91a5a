import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { errorCode } from "./error-code.ts";
import { removeAtExit } from "./leftovers.ts";
import { makeFolder } from "./write.ts";

/** Longer than another process needs between reading a lock and taking it, in milliseconds. */
const SETTLE = 500;

/**
 * Takes a lock: a file that holds the id of the process. The lock of a process that does not run any more counts for nothing.
 * @returns false when another process has it
 */
export async function takeLock(path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
      // A lock that names nobody yet may be about to.
      if (ownerOf(path) === "") await setTimeout(SETTLE);
      const owner = ownerOf(path);
      if (attempt > 0 || isRunning(Number(owner))) return false;
      // Another one may have cleared it away since, and taken it.
      if (ownerOf(path) === owner) rmSync(path, { force: true });
      continue;
    }
    // Several may have found the lock of a process that was killed, and each cleared it away: the last one has it.
    if (attempt > 0) await setTimeout(SETTLE);
    if (attempt > 0 && ownerOf(path) !== String(process.pid)) return false;
    removeAtExit(path);
    return true;
  }
}

/** What to do about a lock that another process has, as a Vietnamese clause. */
export function mendLock(path: string): string {
  return `đợi lần đó xong rồi chạy lại; nếu không có lần nào đang chạy thì xóa tệp “${path}”`;
}

/** Gives the lock back. */
export async function giveLock(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** What a lock says; undefined when there is none. */
function ownerOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
