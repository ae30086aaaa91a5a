import { pageEach } from "../../../paginate.ts";
import type { PageData } from "../../../parts/layout.tsx";
import { chunkCount, taskRows } from "../../../task-index.ts";
import { urls } from "../../../urls.ts";

export const data = {
  pagination: pageEach("chunk", site => Array.from({ length: chunkCount(site) }, (_, i) => ({ at: i }))),
  permalink: ({ chunk }: { chunk: { at: number } }) => urls.taskRows(chunk.at),
};

export default function TaskRowsFile({ site, chunk }: PageData & { chunk: { at: number } }) {
  return `${JSON.stringify(taskRows(site, chunk.at))}\n`;
}
