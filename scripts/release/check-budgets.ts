import { type Problem, problemOf } from "../model/problem.ts";
import type { ReleasedFile } from "../model/release.ts";
import type { PageFacts } from "./pages.ts";

/** The most that a reader has to load, in bytes as they are sent (brotli where there is one). */
export const BUDGETS = {
  /** HTML of one page. */
  page: 80_000,
  /** Scripts and styles that one page loads at once. */
  assets: 30_000,
  /** One script that is loaded when it is needed. */
  script: 120_000,
  /** All fonts together. */
  fonts: 60_000,
};

/** Pages and files that are heavier than the site allows itself. */
export function checkBudgets(
  pages: readonly PageFacts[],
  files: readonly ReleasedFile[],
  pathPrefix: string,
): Problem[] {
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  const sent = (name: string) => sizes.get(`${name}.br`) ?? sizes.get(name) ?? 0;
  const problems: Problem[] = [];
  const limit = (file: string, what: string, size: number, most: number, mend: string) => {
    if (size > most)
      problems.push(
        problemOf(file, `${what} nặng ${kilobytes(size)} khi gửi, quá mức ${kilobytes(most)}`, mend),
      );
  };
  for (const { name, assets } of pages) {
    limit(name, "trang", sent(name), BUDGETS.page, "chia nội dung thành nhiều trang");
    const size = assets.reduce((sum, asset) => sum + sent(asset.slice(pathPrefix.length)), 0);
    limit(name, "mã và kiểu của trang", size, BUDGETS.assets, "bớt mã, hoặc chỉ nạp khi cần");
  }
  for (const { path } of files)
    if (/^assets\/.*\.js$/.test(path))
      limit(path, "tệp mã", sent(path), BUDGETS.script, "bớt thư viện, hoặc chia tệp");
  const fonts = files.filter(({ path }) => /^assets\/.*\.woff2$/.test(path));
  limit(
    "assets",
    "phông chữ",
    fonts.reduce((sum, { size }) => sum + size, 0),
    BUDGETS.fonts,
    "bớt kiểu chữ, hoặc cắt bớt ký tự",
  );
  return problems;
}

function kilobytes(size: number): string {
  return `${Math.ceil(size / 1000)} kB`;
}
