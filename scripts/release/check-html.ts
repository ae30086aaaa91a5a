import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { Problem } from "../model/problem.ts";

/**
 * Checks every page against the HTML standard (the rules of html-validate's "standard" preset).
 * @param onPage is called after each page
 */
export async function checkHtml(
  folder: string,
  names: readonly string[],
  onPage: () => void = () => {},
): Promise<Problem[]> {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
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
    onPage();
  }
  return problems;
}
