import type { Settings } from "../scripts/settings.ts";
import { urls } from "./urls.ts";

/** Where the ready build of Sveltia CMS lies. */
export const CMS_PACKAGE = "node_modules/@sveltia/cms/npm";

/**
 * The files of Sveltia CMS that the editing page is made of, where they come from and where they go. It is the build of
 * the package that brings its fonts along, so that nothing is asked from elsewhere; it goes out as it is.
 */
export function adminFiles({ admin }: Pick<Settings, "admin">): Record<string, string> {
  if (!admin) return {};
  const page = urls.admin.slice(1);
  const to = `${page}cms/npm`;
  return {
    "layouts/admin": page,
    [`${CMS_PACKAGE}/index.js`]: `${to}/index.js`,
    [`${CMS_PACKAGE}/chunks/*.js`]: `${to}/chunks`,
    [`${CMS_PACKAGE}/assets/*.{js,png,wasm,woff2}`]: `${to}/assets`,
  };
}

/** The one module that the package asks for in a form that browsers refuse: its Vietnamese words, as JSON. */
export const IMPORT_MAP = JSON.stringify({ imports: { "./cms/locales/vi.json": "./cms/locales/vi.js" } });
