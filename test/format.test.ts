import { readdir, readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { describeFormats } from "../scripts/describe.ts";
import { loadSources } from "../scripts/load.ts";
import { type Field, FORMAT_NAMES, fieldsOf, jsonSchema } from "../scripts/model/format.ts";
import { WORDS } from "../scripts/model/format-words.ts";
import { snippets } from "../scripts/model/snippets.ts";
import { siteOf } from "./support/sources.ts";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ["enumDescriptions"] });

/** What JSON Schema says of the front matter of a file, read as other programs read YAML. */
function faults(name: "plan" | "update" | "page", text: string): string[] {
  const check = ajv.compile(jsonSchema(name));
  check(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ""));
  return (check.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("the list of keys that forms, tables and snippets are made from", () => {
  test.each(FORMAT_NAMES)("%s has the keys of the checker, in its order, each with words", name => {
    const fields = fieldsOf(name);
    expect(fields.map(({ key }) => key)).toEqual(Object.keys(WORDS[name].schema.shape));
    for (const field of fields) expect(field.help).toMatch(/^\p{Lu}.*\.$/u);
  });

  test("every example is accepted by the checker's own field", () => {
    const refused = FORMAT_NAMES.flatMap(name =>
      fieldsOf(name).flatMap((field: Field) => {
        const type: unknown = Reflect.get(WORDS[name].schema.shape, field.key);
        const typed: unknown = parse(`a: ${field.example}`, { schema: "failsafe" }).a;
        const { success } = (type as { safeParse(value: unknown): { success: boolean } }).safeParse(typed);
        return success ? [] : [`${name}.${field.key}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  test("a choice tells what each of its options means", () => {
    for (const name of FORMAT_NAMES)
      for (const { shape, options } of fieldsOf(name))
        if (shape.kind === "choice") expect(Object.keys(options ?? {})).toEqual(shape.options);
  });
});

describe("JSON Schema of front matter", () => {
  test("accepts every file of the shipped content", async () => {
    const { content } = await loadSources({ contentDir: "content", dataDir: "data" });
    for (const { name, text } of content) {
      const kind = name.split("/", 1)[0];
      const format = kind === "plans" ? "plan" : kind === "updates" ? "update" : "page";
      expect(`${name}: ${faults(format, text)}`).toBe(`${name}: `);
    }
  });

  const head = "title: Kế hoạch\nagency: ubnd-vi-du\nstate: issued\n";
  test.each([
    ["an unknown key", `${head}year: 2023\nisued: 2023-06-06`, " additionalProperties"],
    ["a missing key", "agency: a\nstate: issued\nyear: 2023", " required"],
    ["a state that is none", "title: A\nagency: a\nyear: 2023\nstate: isued", "/state enum"],
    ["an id with capitals", "title: A\nagency: UBND\nyear: 2023\nstate: issued", "/agency pattern"],
    ["a date in words", `${head}year: 2023\nissued: tháng 6`, "/issued pattern"],
    ["a year of five digits", `${head}year: 20233`, "/year maximum"],
    ["both year and years", `${head}year: 2023\nyears: [2023, 2025]`, " oneOf"],
    ["a wrong key of a target", `${head}year: 2023\ntargets: [{idx: a}]`, "/targets/0 additionalProperties"],
  ])("refuses %s", (_, yaml, fault) => {
    expect(faults("plan", `---\n${yaml}\n---`)).toContain(fault);
  });
});

describe("snippets", () => {
  /** What stands in the file when every place is left as it is offered. */
  const expand = (name: string): string =>
    (snippets()[name]?.body ?? [])
      .join("\n")
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
      .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
      .replace(/\$0/g, "")
      .replace(/\\([$}\\])/g, "$1");

  test("a plan and a report of snippets alone are read without a problem", () => {
    const { problems, site } = siteOf(
      {
        "plans/vi-du/vi-du-2023.md": `${expand("Kế hoạch").replace("Văn phòng", "Phòng Hành chính")}\n`,
        "updates/vi-du/vi-du-2023/2023-09-30.md": `${expand("Báo cáo")}\n${expand("Báo cáo một nhiệm vụ")}\n`,
        "dashboards/vi-du.md": expand("Trang"),
      },
      "2023-12-31",
    );
    expect(problems).toEqual([]);
    expect(site.plans[0]?.tasks.map(({ id }) => id)).toEqual(["A.1"]);
    expect(site.updates[0]?.tasks[0]?.value).toBe("22/40 cơ quan");
  });
});

test("what is kept in .vscode is what the command writes; npm run describe writes it anew", async () => {
  const kept = new Map<string, string>();
  for (const name of (await readdir(".vscode")).sort())
    kept.set(name, await readFile(`.vscode/${name}`, "utf8"));
  expect(kept).toEqual(new Map([...describeFormats()].sort()));
});
