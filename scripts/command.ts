import { realpathSync } from "node:fs";
import { errorCode } from "./error-code.ts";
import { suggest } from "./model/vietnamese.ts";

/** What a command says of itself with --help. */
interface CommandHelp {
  /** How it is called, one way a line, with what it does. */
  readonly usage: string;
  /** Its options, as typed. undefined = it looks at all that is typed itself. */
  readonly options?: readonly string[];
  /** Whether other words may be typed: a file, the values of options. */
  readonly takesWords?: boolean;
}

const SETTINGS = `Thiết lập chung, đặt trước lệnh: CONTENT_DIR=content DATA_DIR=data OUTPUT_DIR=_site PATH_PREFIX=/ SITE_URL=https://… AS_OF=2026-06-30
Trên Windows (cmd) thì đặt từng thiết lập ở một dòng riêng trước lệnh: set AS_OF=2026-06-30`;

/** Windows says the same of a file that another program has open. */
const NO_RIGHT =
  process.platform === "win32"
    ? "không đọc hay ghi được; đóng chương trình đang mở tệp (như Excel, Word), hoặc xem lại quyền:"
    : "không có quyền đọc hoặc ghi";

/** What the disk refused, as people say it. */
const DISK: Readonly<Record<string, string>> = {
  ENOENT: "không có tệp hoặc thư mục",
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: "ổ đĩa chỉ cho đọc",
  ENOSPC: "ổ đĩa đã đầy, không ghi được",
  ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục:",
  EISDIR: "đường dẫn này là thư mục, không phải tệp:",
  EBUSY: "đang được chương trình hay hệ thống dùng, không thay được",
  ENAMETOOLONG: "tên tệp hoặc thư mục quá dài:",
  EEXIST: "chỗ cần ghi đã có một tệp khác:",
};

/**
 * Runs a command: --help says what it does; an unknown option, a word too many and what the disk refuses are one sentence
 * each, with exit code 1. Any other error is one of the program and keeps its trace.
 */
export async function runCommand(
  { usage, options, takesWords = false }: CommandHelp,
  main: () => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.some(arg => arg === "--help" || arg === "-h")) {
    console.log(`Cách dùng:\n${usage}\n\n${SETTINGS}`);
    return;
  }
  const unknown =
    options && args.find(arg => arg.startsWith("-") && !options.includes(arg.split("=", 1)[0] ?? ""));
  if (unknown !== undefined) {
    const known = options?.length ? `các lựa chọn: ${options.join(", ")}` : "lệnh này không có lựa chọn nào";
    console.error(`không có lựa chọn ${unknown}; ${suggest(unknown, options ?? [], known)}`);
    process.exitCode = 1;
    return;
  }
  const extra = options && !takesWords ? args.find(arg => !arg.startsWith("-")) : undefined;
  if (extra !== undefined) {
    console.error(`lệnh này không nhận “${extra}”; gõ ${/npm run \S+/.exec(usage)?.[0]}`);
    process.exitCode = 1;
    return;
  }
  await runTold(main);
}

/** Whether a module is the script that was started. A folder that is a link leads to it by another name. */
export function isStarted(module: string): boolean {
  const [, script] = process.argv;
  try {
    return script !== undefined && (script === module || realpathSync(script) === module);
  } catch {
    return false;
  }
}

/** Why a command cannot go on, where that is no error of the program: it is said in a sentence and has no trace. */
export class ToldFailure extends Error {
  /** The sentence; empty when a child process has printed the reason itself. */
  readonly said: string;
  constructor(said: string, message = said) {
    super(message);
    this.said = said;
  }
}

/**
 * Runs a command, or a child process of one. What the disk refuses is said in one sentence, however many files it concerns.
 * @param say prints the sentence
 */
export async function runTold(
  main: () => Promise<void>,
  say: (sentence: string) => Promise<void> | void = sentence => console.error(sentence),
): Promise<void> {
  let isTold = false;
  /** Says why the command cannot go on, and ends with 1; throws an error of the program again. */
  const tell = async (error: unknown) => {
    const said = sentenceOf(error);
    if (said === undefined) throw error;
    process.exitCode = 1;
    if (isTold || said === "") return;
    isTold = true;
    await say(said);
  };
  // Eleventy copies files that it does not wait for.
  process.once("unhandledRejection", async error => {
    await tell(error);
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    await tell(error);
  }
}

/** Why a command failed, which may be wrapped in what a library says of it; undefined for an error of the program. */
function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ToldFailure) return error.said;
  const said = DISK[errorCode(error) ?? ""];
  if (said === undefined) return sentenceOf("originalError" in error ? error.originalError : error.cause);
  // Where nothing can be made, the system says of some folders that they are not there.
  if (errorCode(error) === "ENOENT" && "syscall" in error && error.syscall === "mkdir" && "path" in error)
    return `không tạo được thư mục “${String(error.path)}”; xem lại ổ đĩa và quyền ghi`;
  // Of a file that was to be copied, the disk that it goes to is full or only for reading, not the one it comes from.
  const isTarget = "dest" in error && ["ENOSPC", "EROFS"].includes(errorCode(error) ?? "");
  const place = isTarget ? error.dest : "path" in error ? error.path : undefined;
  return place === undefined ? said : `${said} “${String(place)}”`;
}
