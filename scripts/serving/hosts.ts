import { endingOf, headersOf, TYPES } from "./headers.ts";
import type { Served } from "./served.ts";

/**
 * `_headers` of static hosts (Netlify, Cloudflare Pages and others that took it over). These hosts join the values of
 * all rules that match, so every address of the top level has one rule of its own, complete.
 * @param names all files of the site
 */
export function hostHeaders({ pathPrefix }: Pick<Served, "pathPrefix">, names: readonly string[]): string {
  const tops = [...new Set(names.map(name => /^[^/]*\/?/.exec(name)?.[0] ?? name))].sort();
  const rules = ["", ...tops].map(top => {
    const lines = Object.entries(headersOf(top)).map(([name, value]) => `  ${name}: ${value}`);
    return `${pathPrefix}${top}${top.endsWith("/") ? "*" : ""}\n${lines.join("\n")}\n`;
  });
  const endings = new Set(names.map(endingOf));
  const types = Object.entries(TYPES).filter(([ending]) => endings.has(ending));
  return [
    ...rules,
    ...types.map(([ending, type]) => `${pathPrefix}*.${ending}\n  Content-Type: ${type}\n`),
  ].join("");
}

/** `_redirects` of the same hosts. */
export function hostRedirects({ pathPrefix, redirects }: Pick<Served, "pathPrefix" | "redirects">): string {
  return redirects.map(({ from, to }) => `${pathPrefix}${encodeURI(from)} ${to} 301\n`).join("");
}
