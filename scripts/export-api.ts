import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { urls } from "../layouts/urls.ts";
import { type ApiFile, apiFiles, type RowPiece } from "./model/api.ts";
import { gatherBytes, putBytes, putText } from "./model/bytes.ts";
import { apiSchemas, openApi } from "./model/openapi.ts";
import type { Site } from "./model/site.ts";
import type { Addresses } from "./model/table.ts";
import type { RowReader } from "./read-rows.ts";
import type { Settings } from "./settings.ts";

/**
 * Writes the files of the API, one at a time, with the JSON Schemas and the OpenAPI description of what they hold.
 * @param rows of the long tables, as they were written
 */
export function exportApi(
  site: Site,
  addresses: Addresses,
  { outputDir, siteUrl, pathPrefix }: Pick<Settings, "outputDir" | "pathPrefix" | "siteUrl">,
  rows: Readonly<Record<RowPiece["table"], RowReader>>,
): void {
  const folder = join(outputDir, urls.api);
  const made = new Set<string>();
  const text = gatherBytes();
  const write = ({ path, pieces }: ApiFile) => {
    text.length = 0;
    for (const piece of pieces()) {
      if (typeof piece === "string") putText(text, piece);
      else if (piece instanceof Uint8Array) putBytes(text, piece);
      else {
        rows[piece.table].copy(piece.row, text);
        if (piece.isOpen) text.length -= "}".length;
      }
    }
    putText(text, "\n");
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text.data.subarray(0, text.length));
  };
  for (const file of apiFiles(site, addresses)) write(file);
  const describe = (path: string, value: object) => write({ path, pieces: () => [JSON.stringify(value)] });
  const schemas = apiSchemas(name => `${name}.json`);
  for (const [name, schema] of Object.entries(schemas))
    describe(`luoc-do/${name}.json`, { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema });
  describe("openapi.json", openApi(`${siteUrl}${pathPrefix}${urls.api.slice(1, -1)}`));
}
