import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, problemOf } from "../model/problem.ts";
import { isElsewhere } from "./check-links.ts";
import type { PageFacts } from "./pages.ts";

/** What the pages and styles would ask of other hosts, and what the content policy of the servers would refuse. */
export async function checkPolicy(
  pages: readonly PageFacts[],
  folder: string,
  names: readonly string[],
): Promise<Problem[]> {
  const problems = pages.flatMap(({ name, requests, refused }) => [
    ...[...new Set(requests)].filter(isElsewhere).map(address => asks(name, address)),
    ...[...new Set(refused)].map(what =>
      problemOf(
        name,
        `${what} viết thẳng trong trang, trình duyệt sẽ không chạy theo chính sách nội dung`,
        "chuyển vào layouts/client hoặc layouts/styles",
      ),
    ),
  ]);
  for (const name of names.filter(name => name.endsWith(".css"))) {
    const style = await readFile(join(folder, name), "utf8");
    for (const [, address = ""] of style.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s]+)/g))
      if (isElsewhere(address)) problems.push(asks(name, address));
  }
  return problems;
}

function asks(name: string, address: string): Problem {
  return problemOf(
    name,
    `trang lấy “${address}” từ máy chủ khác`,
    "đưa tệp này vào trang, hoặc đổi thành liên kết để người đọc tự mở",
  );
}
