import { open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.ts";
import { removeAtExit } from "./leftovers.ts";
import { makeFolder } from "./write.ts";

/**
 * Takes a lock: a file that holds the id of the process. The lock of a process that does not run any more counts for nothing.
 * @returns false when another process has it
 */
export async function takeLock(path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, "wx");
      removeAtExit(path);
      await file.writeFile(String(process.pid));
      await file.close();
      return true;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
      if (attempt > 0 || isRunning(Number(await readFile(path, "utf8").catch(() => "")))) return false;
      await rm(path, { force: true });
    }
  }
}

/** Gives the lock back. */
export async function giveLock(path: string): Promise<void> {
  await rm(path, { force: true });
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
