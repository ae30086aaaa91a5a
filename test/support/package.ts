import { join } from "node:path";
import { exportData } from "../../scripts/export.ts";
import { buildSearch } from "../../scripts/search.ts";
import { siteOf } from "./sources.ts";

/** Tasks of a small published site: id, deadline and title each. */
export type Tasks = readonly (readonly [id: string, deadline: string, title?: string])[];

/**
 * Publishes the data and the search index of a small made-up site into a folder, as its build would.
 * @param name of the province, without "tỉnh"
 */
export async function publishPackage(
  folder: string,
  name: string,
  tasks: Tasks,
  asOf = "2023-10-01",
): Promise<void> {
  const { site, problems } = siteOf(
    {
      "agencies.csv": `id,name,kind,level,parent\nubnd,Ủy ban nhân dân tỉnh ${name},body,province,\nso-noi-vu,Sở Nội vụ tỉnh ${name},agency,province,ubnd\n`,
      "plans/ubnd/cchc-2023.md": `---\ntitle: Kế hoạch CCHC của ${name}\nagency: ubnd\nnumber: 12/KH-UBND\nyear: 2023\nstate: issued\n---\n${tasks
        .map(
          ([id, deadline, title = `Việc của ${name}`]) =>
            `## ${id} ${title}\n- Chủ trì: Sở Nội vụ tỉnh ${name}\n- Thời hạn: ${deadline}\n`,
        )
        .join("\n")}`,
    },
    asOf,
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const settings = {
    outputDir: folder,
    cacheDir: ".cache",
    harvestDir: join(folder, "harvest"),
    pathPrefix: "/",
    siteUrl: "",
  };
  exportData(site, settings);
  await buildSearch(site, settings);
}
