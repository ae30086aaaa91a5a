import { indexJson } from "../../../scripts/model/index-json.ts";
import { type IndexTable, indexTables } from "../../../scripts/model/index-table.ts";
import { pageEach } from "../../paginate.ts";
import type { PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("table", site => [...indexTables(site).values()]),
  permalink: ({ table }: { table: IndexTable }) => urls.indexData(table.id),
};

export default function IndexData({ table, settings }: PageData & { table: IndexTable }) {
  return indexJson(table, settings.pathPrefix);
}
