import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real Git repository in a folder of its own, whose commits have the days that they are given. */
export interface Repository {
  readonly folder: string;
  /** Runs git; `at` is the time of what it commits. */
  readonly git: (words: readonly string[], at?: string) => string;
  /** Writes files (undefined removes one) and commits them all. */
  readonly commit: (at: string, files: Readonly<Record<string, string | undefined>>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Makes an empty repository; who runs the tests and with which settings of Git makes no difference. */
export async function makeRepository(): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-git-"));
  const git = (words: readonly string[], at = "2023-01-01T08:00:00+07:00"): string =>
    execFileSync("git", words, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Người Soạn",
        GIT_AUTHOR_EMAIL: "soan@vi-du.example",
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_NAME: "Người Soạn",
        GIT_COMMITTER_EMAIL: "soan@vi-du.example",
        GIT_COMMITTER_DATE: at,
      },
    });
  git(["init", "--quiet", "--initial-branch=chinh"]);
  return {
    folder,
    git,
    commit: async (at, files) => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        if (text === undefined) await rm(path);
        else {
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, text);
        }
      }
      git(["add", "--all"]);
      git(["commit", "--quiet", "--message=Sửa nội dung"], at);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
