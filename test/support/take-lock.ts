import { createInterface } from "node:readline";
import { takeLock } from "../../scripts/lock.ts";

/** Takes the lock that each line names and says whether it has it, until there are no more lines. */
console.log("ready");
for await (const path of createInterface({ input: process.stdin })) console.log(await takeLock(path));
