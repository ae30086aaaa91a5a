// Starts Sveltia CMS, in Vietnamese unless the editor chose otherwise. It is no client entry: Rollup would take seconds
// of every build for two megabytes that come ready from their package.
const PREFERENCES = "sveltia-cms.prefs";

const isOnThisMachine = /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname);
const canSignIn = document.documentElement.dataset.gitHost !== undefined;
if (isOnThisMachine || canSignIn) {
  if (localStorage.getItem(PREFERENCES) === null)
    localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "vi" }));
  const [{ default: cms }, config] = await Promise.all([
    import("./cms/npm/index.js"),
    fetch("./config.json").then(answer => answer.json()),
  ]);
  await cms.init({ config });
} else document.querySelector("#only-here").hidden = false;
