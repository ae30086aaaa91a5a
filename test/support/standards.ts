import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import ShaclValidator from "rdf-validate-shacl";
import { Schema, Table } from "tableschema";

/** Published rules, see ORIGIN.md there. */
const RULES = "test/fixtures/standards";
const rule = (name: string) => readFileSync(join(RULES, name), "utf8");

// The profiles have keywords and a format that are meant for editors of descriptors.
const ajv = new Ajv({ allErrors: true, strict: false, formats: { textarea: true } });
addFormats.default(ajv);
const profiles = {
  datapackage: ajv.compile<object>(JSON.parse(rule("datapackage.json"))),
  tableschema: ajv.compile<object>(JSON.parse(rule("tableschema.json"))),
};

/** What is wrong with a descriptor by the profile that its standard publishes. */
export function profileFaults(profile: keyof typeof profiles, descriptor: unknown): string[] {
  const isValid = profiles[profile];
  isValid(descriptor);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export type KeyedRow = Readonly<Record<string, unknown>>;

/**
 * Reads a published CSV by nothing but its schema, with the reference implementation of Table Schema: types,
 * constraints, primary key and, where other tables are given, foreign keys.
 * @param relations rows of the tables that the schema refers to, by name
 */
export async function readBySchema(
  path: string,
  schema: object,
  relations?: Readonly<Record<string, readonly KeyedRow[]>>,
): Promise<{ rows: readonly KeyedRow[]; faults: string[] }> {
  const { errors } = await Schema.load(schema);
  const table = await Table.load(path, { schema, bom: true });
  const read: unknown[] = await table.read({
    keyed: true,
    forceCast: true,
    ...(relations ? { relations } : {}),
  });
  return {
    rows: read.filter((row): row is KeyedRow => !(row instanceof Error)),
    faults: [errors, read]
      .flat()
      .filter(fault => fault instanceof Error)
      .map(({ message }) => message),
  };
}

/** What is wrong with a catalogue by the shapes of DCAT-AP; throws when reading it asks for another file. */
export async function catalogFaults(catalog: object, base: string): Promise<string[]> {
  const quads = await jsonld.toRDF(catalog, {
    base,
    format: "application/n-quads",
    documentLoader: async address => {
      throw new Error(`asks for ${address}`);
    },
  });
  const shapes = ["dcat-ap-shapes.ttl", "dcat-ap-range.ttl"].flatMap(name => new Parser().parse(rule(name)));
  const { results } = await new ShaclValidator(new Store(shapes)).validate(
    new Store(new Parser().parse(quads)),
  );
  return results.map(
    ({ focusNode, path, sourceConstraintComponent: kind }) =>
      `${focusNode?.value} ${path?.value}: ${kind?.value.split("#")[1]}`,
  );
}
