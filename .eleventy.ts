import type { EleventyConfig } from "@11ty/eleventy";
import { adminFiles } from "./layouts/admin-files.ts";
import { licenceFiles } from "./layouts/licence-files.ts";
import { type Given, pageTemplates } from "./layouts/page-templates.ts";
import { urls } from "./layouts/urls.ts";
import { clientEntries } from "./scripts/client-entries.ts";
import { FONT_FILES, fontSubsetter } from "./scripts/fonts.ts";
import { readSettings } from "./scripts/settings.ts";

/**
 * Three things are built with these settings: by `npm run build` first the client code and then all pages, from what it
 * hands over as global data; and by the dev server each page when it is asked for (scripts/render-page.ts).
 */
export default async function configure(config: EleventyConfig) {
  // Read anew for each folder that is built.
  const settings = readSettings(process.env, new Date());
  const given = config.globalData as Given;
  const { client, asked } = given;
  const isDevServer = process.env.ELEVENTY_RUN_MODE === "serve" && !asked;
  config.addGlobalData("settings", () => settings);

  // Pages are typed TSX; content is data and never a template.
  config.setDataFileSuffixes([]);
  if (!isDevServer) pageTemplates(config, settings, given);

  // Client code and CSS; `npm run build` has built them before the pages, and need not know Vite for these.
  if (!client && !asked) {
    const { default: VitePlugin } = await import("@11ty/eleventy-plugin-vite");
    const plugins = isDevServer ? [(await import("./scripts/serve-preview.ts")).servePreview(settings)] : [];
    config.addPassthroughCopy({ "layouts/client": "assets/client", "layouts/styles": "assets/styles" });
    const transform = isDevServer ? undefined : fontSubsetter;
    config.addPassthroughCopy({ [FONT_FILES]: "assets/styles/fonts" }, { transform });
    config.addPlugin(VitePlugin, clientEntries(settings, plugins));
  }
  if (!asked) {
    config.addPassthroughCopy({ "layouts/nhung.js": urls.embedScript.slice(1) });
    config.addPassthroughCopy({ "layouts/tim-kiem.js": urls.searchScript.slice(1) });
    config.addPassthroughCopy(adminFiles(settings));
    config.addPassthroughCopy(licenceFiles());
  }

  // The dev server itself watches what is copied; content and templates are watched where they are read, and other code
  // by `tsx watch`, which starts anew.
  config.setUseGitIgnore(false);
  config.setWatchJavaScriptDependencies(false);

  return {
    // The folder that one page is asked of would not count beside one that stands here.
    dir: {
      ...(!asked && { input: "layouts/pages" }),
      includes: "../parts",
      data: "../data",
      output: settings.outputDir,
    },
    pathPrefix: settings.pathPrefix,
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
