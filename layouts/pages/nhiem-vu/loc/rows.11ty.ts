import { pageEach } from "../../../paginate.ts";
import { type TaskChunk, taskChunks, taskRows } from "../../../task-index.ts";
import { urls } from "../../../urls.ts";

export const data = {
  pagination: pageEach("chunk", taskChunks),
  permalink: ({ chunk }: { chunk: TaskChunk }) => urls.taskRows(chunk.at),
};

export default function TaskRowsFile({ chunk }: { chunk: TaskChunk }) {
  return `${JSON.stringify(taskRows(chunk))}\n`;
}
