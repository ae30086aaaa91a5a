import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { urls } from "../layouts/urls.ts";
import type { Settings } from "./load.ts";
import { apiFiles } from "./model/api.ts";
import { apiSchemas, openApi } from "./model/openapi.ts";
import type { Site } from "./model/site.ts";
import type { Addresses } from "./model/table.ts";

/** Writes the files of the API, one at a time, with the JSON Schemas and the OpenAPI description of what they hold. */
export function exportApi(
  site: Site,
  addresses: Addresses,
  { outputDir, siteUrl, pathPrefix }: Pick<Settings, "outputDir" | "pathPrefix" | "siteUrl">,
): void {
  const folder = join(outputDir, urls.api);
  const made = new Set<string>();
  const write = (path: string, value: object) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, `${JSON.stringify(value)}\n`);
  };
  for (const { path, value } of apiFiles(site, addresses)) write(path, value());
  const schemas = apiSchemas(name => `${name}.json`);
  for (const [name, schema] of Object.entries(schemas))
    write(`luoc-do/${name}.json`, { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema });
  write("openapi.json", openApi(`${siteUrl}${pathPrefix}${urls.api.slice(1, -1)}`));
}
