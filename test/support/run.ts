import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** What a command said, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a script of the project as package.json does, in the project's folder. */
export function startScript(
  script: string,
  env: Record<string, string> = {},
  args: string[] = [],
): ChildProcessWithoutNullStreams {
  const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
  return spawn(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: ROOT,
    env: { ...rest, SITE_URL: "", PATH_PREFIX: "/", ...env },
  });
}

/** Runs a script of the project to its end. */
export function runScript(
  script: string,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<Run> {
  return new Promise((fulfil, reject) => {
    const child = startScript(script, env, args);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", text => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", text => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", code => fulfil({ code, stdout, stderr }));
  });
}
