import { isOwnPage, urls } from "../layouts/urls.ts";
import { collectProblems, type Problem, startOf } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import { fileSlug } from "./model/source-file.ts";

/** Content that would stand where something else of the site does, so that no site could be built. */
export function checkAddresses({ pages, charts }: Pick<Site, "pages" | "charts">): Problem[] {
  const { report, problems } = collectProblems();
  for (const { slug, path } of pages)
    if (isOwnPage(urls.page(slug)))
      report(startOf(path), `địa chỉ “${urls.page(slug)}” là của một trang có sẵn`, "đổi tên tệp");
  // Figures and their files are called after the file that asks for them: plans first, whose names stay for good.
  const drawn = new Map<string, string>();
  for (const path of charts.keys()) {
    const slug = fileSlug(path);
    const twin = drawn.get(slug);
    if (twin === undefined) drawn.set(slug, path);
    else
      report(
        startOf(path),
        `tệp này và ${twin} cùng tên và đều có biểu đồ, nên hình trùng địa chỉ`,
        "đổi tên tệp này",
      );
  }
  return problems;
}
