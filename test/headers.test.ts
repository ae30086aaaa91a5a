import { describe, expect, test } from "vitest";
import { headersOf, isHashed } from "../scripts/serving/headers.ts";
import { hostHeaders } from "../scripts/serving/hosts.ts";

describe("headers", () => {
  test("only names that carry a digest are kept for good", () => {
    expect(isHashed("assets/main-12345678.js")).toBe(true);
    expect(isHashed("pagefind/index/vi_1234567.pf_index")).toBe(true);
    for (const name of ["index.html", "pagefind/pagefind.js", "du-lieu/a.csv", "tim-kiem/index.html"])
      expect(headersOf(name)["Cache-Control"], name).toBe("no-cache");
  });
  test("only embeds may be framed by others", () => {
    expect(headersOf("nhung/a/index.html")["Content-Security-Policy"]).toContain("frame-ancestors *");
    expect(headersOf("index.html")["Content-Security-Policy"]).toContain("frame-ancestors 'self'");
  });
  test("static hosts join all rules that match, so no header is named by two that do", () => {
    const text = hostHeaders({ pathPrefix: "/cchc/" }, [
      "index.html",
      "nhung/a/index.html",
      "assets/a-12345678.js",
      "a.ics",
    ]);
    const rules = text.split(/\n(?=\/)/).map(rule => rule.trim().split("\n"));
    const matching = (address: string) =>
      rules.filter(([pattern = ""]) =>
        new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(address),
      );
    for (const address of ["/cchc/", "/cchc/nhung/a/", "/cchc/assets/a-12345678.js", "/cchc/a.ics"]) {
      const found = matching(address).flatMap(([, ...lines]) =>
        lines.map(line => line.trim().split(":", 1)[0]),
      );
      expect(found, address).toContain("Content-Security-Policy");
      expect(new Set(found).size, address).toBe(found.length);
    }
    expect(text).toContain("Content-Type: text/calendar; charset=utf-8");
  });
});
