import { STATUS_KEYS } from "../scripts/model/status.ts";
import { guideStrings } from "./guide-strings.ts";
import { historyStrings } from "./history-strings.ts";
import { progressStrings } from "./progress-strings.ts";
import { trustStrings } from "./release-strings.ts";
import { searchPageStrings } from "./search-strings.ts";
import { strings } from "./strings.ts";
import { urls } from "./urls.ts";

const { board, reports } = progressStrings;
const { pages: words } = searchPageStrings;

/**
 * Pages that stand for no single thing of the content, in the words that readers ask for them. No counts: the index is kept
 * as long as its texts are the same, and where tasks stand is another every day.
 */
export const SITE_PAGES: readonly (readonly [url: string, title: string, text: string])[] = [
  [urls.tasks, words.tasks.title, words.tasks.text],
  ...STATUS_KEYS.map(
    key =>
      [urls.tasksOfStatus(key), words.status.title(strings.status[key]), words.status.texts[key]] as const,
  ),
  [urls.tasksFlagged, board.flagged, board.flaggedLead],
  [urls.agencies, strings.nav.agencies, words.agencies],
  [urls.compare, words.compare.title, words.compare.text],
  [urls.data, words.data.title, words.data.text],
  [urls.updates, strings.nav.updates, reports.description],
  [urls.corrections, strings.nav.corrections, historyStrings.corrections.description],
  [urls.abbreviations, strings.nav.abbreviations, strings.abbreviations.description],
  [urls.trust, strings.nav.trust, trustStrings.description],
  [urls.guide, guideStrings.title, guideStrings.description],
  [urls.embeds, strings.embed.title, strings.embed.lead],
];
