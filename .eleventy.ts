import type { EleventyConfig } from "@11ty/eleventy";
import VitePlugin from "@11ty/eleventy-plugin-vite";
import { pageTemplates } from "./layouts/page-templates.ts";
import { urls } from "./layouts/urls.ts";
import { checkContent } from "./scripts/check.ts";
import { clientEntries } from "./scripts/client-entries.ts";
import { exportData } from "./scripts/export.ts";
import { FONT_FILES, fontSubsetter } from "./scripts/fonts.ts";
import { harvestFolder } from "./scripts/harvest.ts";
import { readSettings } from "./scripts/load.ts";
import { loadPortal } from "./scripts/portal.ts";

const settings = readSettings(process.env, new Date());

export default function configure(config: EleventyConfig) {
  // The site: one checked value. `npm run build` has it already; the dev server reads it anew at every change.
  let reading: ReturnType<typeof checkContent> | undefined;
  config.on("eleventy.before", () => {
    reading = undefined;
  });
  const readSite = async () => {
    reading ??= checkContent(settings);
    return (await reading).site;
  };
  config.globalData.site ??= readSite;
  config.globalData.downloads ??= async () => exportData(await readSite(), settings);
  config.globalData.portal ??= async () => loadPortal((await readSite()).peers, harvestFolder(process.env));
  config.addGlobalData("settings", () => settings);

  // Pages are typed TSX; content is data and never a template.
  config.setDataFileSuffixes([]);
  pageTemplates(config, settings);

  // Client code and CSS.
  config.addPassthroughCopy({ "layouts/client": "assets/client", "layouts/styles": "assets/styles" });
  config.addPassthroughCopy({ [FONT_FILES]: "assets/styles/fonts" }, { transform: fontSubsetter });
  config.addPassthroughCopy({ "layouts/nhung.js": urls.embedScript.slice(1) });
  config.addPlugin(VitePlugin, clientEntries(settings));

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
