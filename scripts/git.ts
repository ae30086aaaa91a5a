import { spawn } from "node:child_process";
import { type Commit, instantOf } from "./model/history.ts";

/** The commits that a folder's repository knows, and whether it begins before them. */
interface Log {
  /** Oldest first. */
  readonly commits: readonly Commit[];
  /** The oldest commit is not the first one: the repository is a shallow copy. */
  readonly isShallow: boolean;
}

/**
 * Every commit that changed a folder, along the line of what was published (a merge counts as one change), with renames
 * followed. One process for all files.
 * @returns undefined where there is no Git, the folder is in no repository, or nothing in it was ever committed.
 */
export async function readLog(folder: string): Promise<Log | undefined> {
  const words =
    "log --reverse --first-parent -m --raw -z --no-abbrev -M --relative --no-color --no-show-signature --encoding=UTF-8";
  const [log, shallow] = await Promise.all([
    runGit(folder, [...words.split(" "), "--format=%H %ct%n%B", "--", "."]),
    runGit(folder, ["rev-parse", "--is-shallow-repository"]),
  ]);
  const commits = log === undefined ? [] : parseLog(log);
  return commits.length > 0 ? { commits, isShallow: shallow?.trim() === "true" } : undefined;
}

/**
 * Reads `git log --raw -z`: for each commit its id, time and words, then for each file its modes, blobs, status
 * and names.
 */
function parseLog(log: string): Commit[] {
  const words = log.split("\0");
  const commits: (Commit & { files: Commit["files"][number][] })[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const change = /^\n?:\d+ (\d+) \w+ (\w+) ([A-Z])/.exec(word);
    const head = /^\n?([0-9a-f]{40,}) (\d+)\n(.*)$/s.exec(word);
    if (head) {
      const [, id = "", seconds, said = ""] = head;
      commits.push({ id, at: instantOf(Number(seconds)), reason: reasonOf(said), files: [] });
    } else if (change) {
      const [, mode = "", blob = "", status] = change;
      const from = status === "R" ? words[++i] : undefined;
      const name = words[++i] ?? "";
      // What is no ordinary file (a link, another repository) has no text of its own.
      const isText = status !== "D" && mode.startsWith("100");
      commits.at(-1)?.files.push({ name, from, blob: isText ? blob : undefined });
    }
  }
  return commits;
}

/** The paragraph of a commit's words that begins with “Lý do:”; the rest was written for colleagues. */
function reasonOf(words: string): string | undefined {
  const lines = /^[ \t]*lý do[ \t]*:(.+(?:\n.*\S.*)*)/im.exec(words.normalize("NFC"))?.[1];
  return lines?.trim().replace(/\s+/g, " ") || undefined;
}

/** The texts of blobs in the order of their ids, as they come: one process, never all of them in memory. */
export async function* readBlobs(folder: string, ids: readonly string[]): AsyncGenerator<Buffer | undefined> {
  if (ids.length === 0) return;
  const git = start(folder, ["cat-file", "--batch"]);
  // Git may end before it has read all; what is missing then comes as undefined.
  git.stdin.on("error", () => {}).end(`${ids.join("\n")}\n`);
  const pieces = git.stdout.iterator({ destroyOnReturn: true });
  let buffer: Buffer = Buffer.alloc(0);
  /** Waits for that many bytes more; joined once, a long text is not copied for each piece of it. */
  const more = async (count: number): Promise<boolean> => {
    const got = [buffer];
    let missing = count;
    while (missing > 0) {
      const { value, done } = await pieces.next();
      if (done) break;
      got.push(value);
      missing -= value.length;
    }
    buffer = Buffer.concat(got);
    return missing <= 0;
  };
  for (const _ of ids) {
    let end = buffer.indexOf("\n");
    while (end === -1 && (await more(1))) end = buffer.indexOf("\n");
    const size = / blob (\d+)$/.exec(buffer.toString("latin1", 0, Math.max(end, 0)))?.[1];
    buffer = buffer.subarray(end + 1);
    if (size === undefined) {
      yield undefined;
      continue;
    }
    await more(Number(size) + 1 - buffer.length);
    yield buffer.subarray(0, Number(size));
    buffer = buffer.subarray(Number(size) + 1);
  }
}

/** What Git prints; undefined where there is no Git, or it refuses. */
export function runGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise(fulfil => {
    const git = start(folder, args);
    const pieces: Buffer[] = [];
    git.stdin.end();
    git.stdout.on("data", piece => pieces.push(piece));
    git.once("error", () => fulfil(undefined));
    git.once("close", code => fulfil(code === 0 ? Buffer.concat(pieces).toString() : undefined));
  });
}

/** Git on the repository that the folder lies in, whatever repository a hook that called us has set. */
function start(folder: string, args: readonly string[]) {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  return spawn("git", ["-C", folder, ...args], { env, stdio: ["pipe", "pipe", "ignore"] });
}
