/** Where the licence stands of each package that browsers are given code or letters of. */
const LICENCES = {
  "be-vietnam-pro": "@fontsource/be-vietnam-pro/LICENSE",
  d3: "d3/LICENSE",
  "d3-scale-chromatic": "d3-scale-chromatic/LICENSE",
  "fastest-levenshtein": "fastest-levenshtein/LICENSE.md",
  "observable-plot": "@observablehq/plot/LICENSE",
  pagefind: "pagefind/LICENSE/LICENSE",
  preact: "preact/LICENSE",
  "sveltia-cms": "@sveltia/cms/LICENSE.txt",
  yaml: "yaml/LICENSE",
};

/** Licences that ask to go along with every copy, where they come from and where they go. */
export function licenceFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(LICENCES).map(([name, path]) => [`node_modules/${path}`, `giay-phep/${name}.txt`]),
  );
}
