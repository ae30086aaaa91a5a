import type { PageData } from "../parts/layout.tsx";
import { urls } from "../urls.ts";

export const data = { permalink: urls.version };

/** What was published, for machines that watch the site: revision of the content, its day, and the day judged at. */
export default function Version({ site, revision }: PageData) {
  const version = {
    revision: revision?.id ?? null,
    date: revision?.day ?? null,
    changed: revision?.changed ?? null,
    as_of: site.asOf,
  };
  return `${JSON.stringify(version, null, 2)}\n`;
}
