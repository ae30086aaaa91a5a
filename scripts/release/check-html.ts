import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { Problem } from "../model/problem.ts";

/** Rules that are made ready once: html-validate would do so for each page, for a quarter of its work. */
class ReadyRules extends StaticConfigLoader {
  readonly #ready = super.getConfigFor("");
  override getConfigFor() {
    return this.#ready;
  }
}

/** Checks every page against the HTML standard (the rules of html-validate's "standard" preset). */
export async function checkHtml(folder: string, names: readonly string[]): Promise<Problem[]> {
  const validator = new HtmlValidate(
    new ReadyRules({
      root: true,
      extends: ["html-validate:standard"],
      // A bare > in text is valid; a bare < is found by the parser.
      rules: { "no-raw-characters": "off" },
    }),
  );
  const problems: Problem[] = [];
  for (const name of names) {
    if (!name.endsWith(".html")) continue;
    const { results } = await validator.validateString(await readFile(join(folder, name), "utf8"));
    for (const { line, column, message, ruleId } of results.flatMap(({ messages }) => messages))
      problems.push({
        file: name,
        line,
        column,
        message: `HTML không hợp lệ: ${message} (${ruleId})`,
        mend: "sửa mẫu trang trong layouts",
      });
  }
  return problems;
}
