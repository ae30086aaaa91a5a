import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { groupBy } from "../scripts/model/maps.ts";
import { CODE } from "../scripts/source-digests.ts";

interface Import {
  readonly from: string;
  /** Path in the project, or the name of a package. */
  readonly to: string;
  /** Whether only types are taken, of which nothing is left when the code runs. */
  readonly isType: boolean;
}

const MODULES = ["scripts", "layouts"].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => /(?<!\.d)\.tsx?$/.test(name))
    .map(name => join(folder, name)),
);
const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)";|\bimport\((?:\/\*.*?\*\/)?\s*"([^"]+)"\)/gm;
const IMPORTS = [".eleventy.ts", ...MODULES].flatMap(importsOf);
/** What a module loads when it runs. */
const LOADED = groupBy(
  IMPORTS.filter(({ isType }) => !isType),
  ({ from }) => from,
);

function importsOf(from: string): Import[] {
  return [...readFileSync(from, "utf8").matchAll(STATEMENT)].map(([, type, always = "", lazy = always]) => ({
    from,
    to: lazy.startsWith(".") ? normalize(join(dirname(from), lazy)) : lazy,
    isType: type !== undefined,
  }));
}

const MODEL = /^scripts\/model\//;
const SCRIPTS = /^scripts\/(?!model\/)/;
const NODE = /^node:/;
const PARSERS = new Set(["zod", "yaml", "gray-matter", "markdown-it", "papaparse"]);

/** Folder, what its modules may not import, and whether not even a type. */
const LAW: readonly [folder: RegExp, forbidden: readonly RegExp[], evenTypes: boolean][] = [
  [MODEL, [SCRIPTS, /^layouts\//, /^node:(?!crypto$)/], true],
  [/^scripts\/load\.ts$/, [SCRIPTS, /^layouts\//], true],
  [/^layouts\/charts\//, [SCRIPTS, NODE, /^layouts\/(pages|parts|client)\//], false],
  [/^layouts\/parts\//, [SCRIPTS, NODE, /^layouts\/(pages|client)\//], false],
  [/^layouts\/client\//, [SCRIPTS, NODE, /^layouts\/pages\//], false],
  [/^layouts\/pages\//, [SCRIPTS, /^node:(?!crypto$)/, /^layouts\/client\//], false],
  [/^layouts\/[^/]+$/, [SCRIPTS, NODE, /^layouts\/(pages|client)\//], false],
];

describe("imports go only rightwards: load → model → layouts → pages", () => {
  test.each(LAW)("%s", (folder, forbidden, evenTypes) => {
    const own = IMPORTS.filter(({ from }) => folder.test(from));
    expect(own.length).toBeGreaterThan(0);
    const wrong = own
      .filter(({ to, isType }) => (evenTypes || !isType) && forbidden.some(form => form.test(to)))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  test("what the browser loads reaches nothing of Node by any way", () => {
    const reached = reach(MODULES.filter(name => name.startsWith("layouts/client/")));
    expect(reached).toContain("scripts/model/series.ts");
    expect([...reached].filter(name => NODE.test(name))).toEqual([]);
  });

  test("what readers load reaches by no way what checks and parses sources; the editing page writes YAML", () => {
    const clients = MODULES.filter(name => name.startsWith("layouts/client/") && !/\/admin/.test(name));
    expect([...reach(clients)].filter(name => PARSERS.has(name))).toEqual([]);
  });

  test("client code and fonts are built anew when any module that takes part in that changes", () => {
    const own = [...reach([".eleventy.ts", "scripts/client.ts"])].filter(name => name.endsWith(".ts"));
    expect(own).toContain("scripts/fonts.ts");
    expect(own.filter(name => !CODE.some(path => name === path || name.startsWith(`${path}/`)))).toEqual([]);
  });

  test("no module needs itself", () => {
    const inCircle = MODULES.filter(name => reach(targetsOf(name)).has(name));
    expect(inCircle).toEqual([]);
  });
});

function targetsOf(name: string): string[] {
  return (LOADED.get(name) ?? []).map(({ to }) => to);
}

/** The modules named and all that they load. */
function reach(names: readonly string[]): Set<string> {
  const reached = new Set(names);
  for (const name of reached) for (const to of targetsOf(name)) reached.add(to);
  return reached;
}
