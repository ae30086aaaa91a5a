import { byQuarter } from "../scripts/model/progress.ts";
import type { Site } from "../scripts/model/site.ts";
import { STATUS_KEYS } from "../scripts/model/status.ts";
import { indexStrings } from "./chart-strings.ts";
import { englishStrings } from "./english-strings.ts";
import { guideStrings } from "./guide-strings.ts";
import { historyStrings } from "./history-strings.ts";
import { wordsOf } from "./languages.ts";
import { progressStrings } from "./progress-strings.ts";
import { related } from "./related.ts";
import { trustStrings } from "./release-strings.ts";
import { searchPageStrings } from "./search-strings.ts";
import { strings } from "./strings.ts";
import { urls } from "./urls.ts";

const { board, quarter, reports } = progressStrings;
const { pages: words } = searchPageStrings;
const english = wordsOf("en");

/** A page that stands for no single thing of the content. */
type SitePage = readonly [url: string, title: string, text: string];

/**
 * Pages that stand for no single thing of the content, in the words that readers ask for them. No counts: the index is kept
 * as long as its texts are the same, and where tasks stand is another every day.
 */
export function sitePages(site: Site): SitePage[] {
  const quarters = [...byQuarter(related(site).judged).keys()].sort();
  return [
    [urls.tasks, words.tasks.title, words.tasks.text],
    ...STATUS_KEYS.map(key => {
      const { title, text, texts } = words.status;
      const status = strings.status[key];
      return [urls.tasksOfStatus(key), title(status), text(status, texts[key])] as const;
    }),
    ...quarters.map(key => {
      const { title, text } = words.quarter;
      return [urls.tasksOfQuarter(key), title(quarter(key)), text(quarter(key), key)] as const;
    }),
    [urls.tasksFlagged, board.flagged, board.flaggedLead],
    [urls.tasksWithoutLead, board.noLead, words.noLead],
    [urls.plans, strings.nav.plans, words.plans],
    [urls.agencies, strings.nav.agencies, words.agencies],
    [urls.documents, strings.nav.documents, words.documents],
    [urls.indices, strings.nav.indices, words.indices],
    [urls.compare, words.compare.title, words.compare.text],
    [urls.dashboards, indexStrings.dashboards, indexStrings.dashboardsLead],
    [urls.data, words.data.title, words.data.text],
    [urls.updates, strings.nav.updates, `${reports.description} ${words.feeds}`],
    [urls.corrections, strings.nav.corrections, historyStrings.corrections.description],
    [urls.abbreviations, strings.nav.abbreviations, strings.abbreviations.description],
    [urls.trust, strings.nav.trust, trustStrings.description],
    [urls.guide, guideStrings.title, guideStrings.description],
    [urls.embeds, strings.embed.title, `${words.embeds} ${strings.embed.lead}`],
    ...englishPages(site),
  ];
}

/** What stands in English as well, by its English names; its years are found by their Vietnamese pages. */
function englishPages(site: Site): SitePage[] {
  const { home, search, methods } = englishStrings;
  return [
    [urls.english.home, search.home, home.parts.map(([, name, what]) => `${name}: ${what}`).join(" ")],
    [urls.english.indices, search.indices, english.indices.lead],
    [urls.english.method, english.nav.method, `${methods} ${search.methods}`],
    ...[...site.indices.values()].flatMap(({ id, english }): SitePage[] =>
      english ? [[urls.english.index(id), english.name, english.measures ?? ""]] : [],
    ),
  ];
}
