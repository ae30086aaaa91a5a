import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isStarted } from "../command.ts";
import type { Finding, Note, SourceDocument } from "./blocks.ts";
import { type Refusal, readDocument } from "./read-file.ts";

/** Milliseconds and MB of memory that reading one file may take: a plan of 5,000 rows takes a tenth of either. */
const TIME = 60_000;
const MEMORY = 1_024;

/** What the process that reads tells. */
type Told = { readonly source: SourceDocument | Refusal; readonly findings: Finding[] } | { failed: string };

/**
 * Reads a file in a process of its own. A file of a few kB may merge a million cells or unpack to anything; it then costs
 * that process, and not the machine.
 */
export async function readBounded(file: string, note: Note, time = TIME): Promise<SourceDocument | Refusal> {
  const child = fork(import.meta.filename, [file], {
    execArgv: ["--import", "tsx", `--max-old-space-size=${MEMORY}`],
    serialization: "advanced",
    // What Node prints when memory runs out tells an editor nothing.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    timeout: time,
    killSignal: "SIGKILL",
  });
  const told = await new Promise<Told | undefined>((fulfil, reject) => {
    child.once("message", message => fulfil(message as Told));
    child.once("error", reject);
    // By then all that it told has come; at its exit it may not.
    child.once("close", () => fulfil(undefined));
  });
  if (told === undefined)
    return {
      refused: `tệp “${basename(file)}” quá lớn hoặc được làm ra để không đọc nổi; chép phần cần nhập sang một tệp mới rồi nhập tệp ấy`,
    };
  if ("failed" in told) throw new Error(told.failed);
  for (const { kind, line, message } of told.findings) note(kind, line, message);
  return told.source;
}

async function main(file: string): Promise<Told> {
  const findings: Finding[] = [];
  const note: Note = (kind, line, message) => findings.push({ kind, line, message });
  const bytes = await readFile(file).catch(() => undefined);
  // On Windows a file that Word or Excel has open may be read by nobody else.
  if (bytes === undefined)
    return {
      source: {
        refused: `không đọc được tệp “${basename(file)}”; đóng Word, Excel đang mở tệp rồi nhập lại`,
      },
      findings,
    };
  return { source: await readDocument(bytes, basename(file), note), findings };
}

if (process.send && isStarted(import.meta.filename)) {
  const told = await main(process.argv[2] ?? "").catch((error): Told => ({ failed: String(error?.stack) }));
  process.send(told, () => process.exit());
}
