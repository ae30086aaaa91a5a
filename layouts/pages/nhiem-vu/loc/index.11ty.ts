import type { PageData } from "../../../parts/layout.tsx";
import { taskIndex } from "../../../task-index.ts";
import { urls } from "../../../urls.ts";

export const data = { permalink: urls.taskIndex };

export default function TaskIndexFile({ site }: PageData) {
  return `${JSON.stringify(taskIndex(site))}\n`;
}
