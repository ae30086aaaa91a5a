export default function (config) {
  config.addGlobalData("layout", "page.njk");
  config.setUseGitIgnore(false);
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
