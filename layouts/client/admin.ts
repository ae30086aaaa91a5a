import { readEntry, writeEntry } from "../../scripts/model/entry-text.ts";

/** What is used of Sveltia CMS, which comes ready from its package: bundling its two megabytes would take seconds. */
interface Cms {
  registerCustomFormat(
    name: string,
    extension: string,
    format: { fromFile: typeof readEntry; toFile: typeof writeEntry },
  ): void;
  init(options: { config: unknown }): Promise<void>;
}

const PREFERENCES = "sveltia-cms.prefs";

/** Starts the CMS, in Vietnamese unless the editor chose otherwise. */
async function start(): Promise<void> {
  if (localStorage.getItem(PREFERENCES) === null)
    localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "vi" }));
  const code = new URL("./cms/npm/index.js", document.baseURI).href;
  const [{ default: cms }, config]: [{ default: Cms }, unknown] = await Promise.all([
    import(/* @vite-ignore */ code),
    fetch("./config.json").then(answer => answer.json()),
  ]);
  // Its own reading takes 0123 for a number, and its writing leaves comments out.
  cms.registerCustomFormat("yaml-frontmatter", "md", { fromFile: readEntry, toFile: writeEntry });
  await cms.init({ config });
}

const isOnThisMachine = /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname);
const canSignIn = document.documentElement.dataset.gitHost !== undefined;
if (isOnThisMachine || canSignIn) await start();
else document.querySelector("#only-here")?.removeAttribute("hidden");
