import type { EleventyConfig } from "@11ty/eleventy";
import VitePlugin from "@11ty/eleventy-plugin-vite";
import { pageTemplates } from "./layouts/page-templates.ts";
import { checkContent } from "./scripts/check.ts";
import { type ClientTags, clientEntries } from "./scripts/client-entries.ts";
import { readSettings } from "./scripts/load.ts";

const FONTS =
  "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{latin,vietnamese}-{400,600}-normal.woff2";
const settings = readSettings(process.env, new Date());

export default function configure(config: EleventyConfig) {
  // The site: one checked value. `npm run build` has it already; the dev server reads it anew at every change.
  config.globalData.site ??= async () => (await checkContent(settings)).site;
  config.addGlobalData("settings", () => settings);

  // Pages are typed TSX; content is data and never a template.
  config.setDataFileSuffixes([]);
  const { client } = config.globalData as { client?: ClientTags };
  pageTemplates(config, settings, client);

  // Client code and CSS; `npm run build` has built them before the pages.
  if (!client) {
    config.addPassthroughCopy({ "layouts/client": "assets/client", "layouts/styles": "assets/styles" });
    config.addPassthroughCopy({ [FONTS]: "assets/styles/fonts" });
    config.addPlugin(VitePlugin, clientEntries(settings));
  }

  // The dev server watches what Eleventy does not know as its own; code is watched by `tsx watch`, which starts anew.
  config.setUseGitIgnore(false);
  config.setWatchJavaScriptDependencies(false);
  config.addWatchTarget(`./${settings.contentDir}/`);
  config.addWatchTarget(`./${settings.dataDir}/`);

  return {
    dir: { input: "layouts/pages", includes: "../parts", data: "../data", output: settings.outputDir },
    pathPrefix: settings.pathPrefix,
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
