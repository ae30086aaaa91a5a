import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { urls } from "../layouts/urls.ts";
import { errorCode } from "./error-code.ts";
import { mendLock, takeLock } from "./lock.ts";
import { formatProblem, type Problem, problemOf } from "./model/problem.ts";
import type { Settings } from "./settings.ts";
import { isThere, isWithin } from "./write.ts";

/** A file that every build and the dev server write, and nobody else: a folder with it is a site of ours. */
const MARK = urls.embedScript.slice(1);

/**
 * A build replaces the output folder, with all that lies in it. So this must be a site that was built before, or nothing:
 * not the content, not the project, not somebody's documents.
 * @returns why the folder is not taken; undefined when it is
 */
export async function checkOutput({
  outputDir,
  contentDir,
  dataDir,
}: Pick<Settings, "outputDir" | "contentDir" | "dataDir">): Promise<Problem | undefined> {
  const output = await realPath(outputDir);
  for (const folder of [contentDir, dataDir]) {
    const source = await realPath(folder);
    if (isWithin(source, output) || isWithin(output, source))
      return refuse(outputDir, `trùng chỗ với “${folder}”: lần dựng sau sẽ xóa những gì ở đó`);
  }
  let names: string[] = [];
  try {
    names = await readdir(output);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOTDIR") return refuse(outputDir, "là tệp, không phải thư mục");
    if (code !== "ENOENT") throw error;
  }
  if (names.length > 0 && !names.includes(MARK))
    return refuse(outputDir, "có sẵn những thứ không phải trang đã dựng, mà dựng lại thì mất");
  return undefined;
}

/** Whether pages were built into the folder; says so where none were, and the command ends with 1. */
export async function isBuilt(outputDir: string): Promise<boolean> {
  if (await isThere(join(outputDir, "index.html"))) return true;
  console.error(`chưa có trang đã dựng trong “${outputDir}”; chạy npm run build trước, hoặc sửa OUTPUT_DIR`);
  process.exitCode = 1;
  return false;
}

/**
 * Takes the folder for this process, so that no other one writes into it or replaces it meanwhile; says so where another has
 * it, and the command ends with 1.
 */
export async function takeOutput(outputDir: string): Promise<boolean> {
  const lock = `${nextFolder(await realPath(outputDir))}.lock`;
  if (await takeLock(lock)) return true;
  console.error(formatProblem(refuse(outputDir, "đang được một lần dựng khác ghi", mendLock(lock))));
  process.exitCode = 1;
  return false;
}

/** Where a new site grows, beside the old one; relative, as Eleventy wants it. */
export function nextFolder(outputDir: string): string {
  return `${relative(".", resolve(outputDir))}.next`;
}

/** The folder that a path leads to, over links, whether it is there already or not. */
export async function realPath(path: string): Promise<string> {
  const whole = resolve(path);
  const real = await realpath(whole).catch(() => undefined);
  return real ?? (whole === dirname(whole) ? whole : join(await realPath(dirname(whole)), basename(whole)));
}

const MEND = "đặt OUTPUT_DIR là một thư mục trống, chưa có, hoặc trang đã dựng lần trước";

function refuse(outputDir: string, message: string, mend = MEND): Problem {
  return problemOf("OUTPUT_DIR", `“${outputDir}” ${message}`, mend);
}
