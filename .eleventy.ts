import { resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import VitePlugin from "@11ty/eleventy-plugin-vite";
import { adminFiles } from "./layouts/admin-files.ts";
import { pageTemplates } from "./layouts/page-templates.ts";
import { urls } from "./layouts/urls.ts";
import { type ClientTags, clientEntries } from "./scripts/client-entries.ts";
import { exportData } from "./scripts/export.ts";
import { FONT_FILES, fontSubsetter } from "./scripts/fonts.ts";
import { harvestFolder } from "./scripts/harvest.ts";
import { readSettings } from "./scripts/load.ts";
import { loadPortal } from "./scripts/portal.ts";
import { previewContent } from "./scripts/preview.ts";

export default function configure(config: EleventyConfig) {
  // Read anew for each folder that is built.
  const settings = readSettings(process.env, new Date());
  // The site: one checked value. `npm run build` has it already; the dev server reads it anew at every change,
  // and shows what is wrong with it over the pages.
  const preview = previewContent(settings);
  let reading: ReturnType<typeof preview.site> | undefined;
  config.on("eleventy.before", () => {
    reading = undefined;
  });
  const readSite = () => {
    reading ??= preview.site();
    return reading;
  };
  config.globalData.site ??= readSite;
  config.globalData.downloads ??= () => ({ ready: readSite().then(site => exportData(site, settings)) });
  config.globalData.portal ??= async () => loadPortal((await readSite()).peers, harvestFolder(process.env));
  config.addGlobalData("settings", () => settings);

  // Pages are typed TSX; content is data and never a template.
  config.setDataFileSuffixes([]);
  const { client } = config.globalData as { client?: ClientTags };
  pageTemplates(config, settings, client);

  // Client code and CSS; `npm run build` has built them before the pages.
  if (!client) {
    config.addPassthroughCopy({ "layouts/client": "assets/client", "layouts/styles": "assets/styles" });
    config.addPassthroughCopy({ [FONT_FILES]: "assets/styles/fonts" }, { transform: fontSubsetter });
    config.addPlugin(VitePlugin, clientEntries(settings, [preview.plugin]));
  }
  config.addPassthroughCopy({ "layouts/nhung.js": urls.embedScript.slice(1) });
  config.addPassthroughCopy({ "layouts/tim-kiem.js": urls.searchScript.slice(1) });
  config.addPassthroughCopy(adminFiles(settings));

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
