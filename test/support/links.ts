import { checkLinks } from "../../scripts/release/check-links.ts";
import { listSite } from "../../scripts/release/files.ts";
import { readPages } from "../../scripts/release/pages.ts";

/** Every internal link, image, script and form of a built site that leads nowhere, as `page: message`. */
export async function findDeadLinks(
  folder: string,
  pathPrefix: string,
): Promise<{ dead: string[]; links: number }> {
  const names = await listSite(folder);
  const pages = await readPages(folder, names);
  return {
    dead: checkLinks(pages, names, pathPrefix).map(({ file, message }) => `${file}: ${message}`),
    links: pages.reduce((sum, { links }) => sum + links.length, 0),
  };
}
