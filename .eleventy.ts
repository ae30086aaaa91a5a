import { resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import VitePlugin from "@11ty/eleventy-plugin-vite";
import { adminFiles } from "./layouts/admin-files.ts";
import { pageTemplates } from "./layouts/page-templates.ts";
import { clientEntries } from "./scripts/client-entries.ts";
import { readSettings } from "./scripts/load.ts";
import { previewContent } from "./scripts/preview.ts";

const FONTS =
  "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{latin,vietnamese}-{400,600}-normal.woff2";
const settings = readSettings(process.env, new Date());

export default function configure(config: EleventyConfig) {
  // The site: one checked value. `npm run build` has it already; the dev server reads it anew at every change,
  // and shows what is wrong with it over the pages.
  const preview = previewContent(settings);
  config.globalData.site ??= preview.site;
  config.addGlobalData("settings", () => settings);

  // Pages are typed TSX; content is data and never a template.
  config.setDataFileSuffixes([]);
  pageTemplates(config, settings);

  // Client code and CSS.
  config.addPassthroughCopy({ "layouts/client": "assets/client", "layouts/styles": "assets/styles" });
  config.addPassthroughCopy({ [FONTS]: "assets/styles/fonts" });
  config.addPassthroughCopy(adminFiles(settings));
  config.addPlugin(VitePlugin, clientEntries(settings, [preview.plugin]));

  // The dev server watches what Eleventy does not know as its own; code is watched by `tsx watch`, which starts anew.
  config.setUseGitIgnore(false);
  config.setWatchJavaScriptDependencies(false);
  config.addWatchTarget(resolve(settings.contentDir));
  config.addWatchTarget(resolve(settings.dataDir));

  return {
    dir: { input: "layouts/pages", includes: "../parts", data: "../data", output: settings.outputDir },
    pathPrefix: settings.pathPrefix,
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
