import { counted } from "./chart-strings-en.ts";
import { urls } from "./urls.ts";

/** Words of the pages that stand in English only. */
export const englishStrings = {
  home: {
    title: (site: string) => `${site}: who does what, by when, with what result`,
    lead: (plans: number, indices: number) =>
      `Vietnamese agencies publish yearly plans of administrative reform. This site holds ${counted(plans, "such plan")}${indices > 0 ? ` and the results of ${indices === 1 ? "one index" : `${indices} indices`}` : ""}, each figure with its source. The content is in Vietnamese; the pages on indices and methods are also in English.`,
    partsTitle: "What is where (in Vietnamese)",
    /** What each part of the site holds, for readers who do not read Vietnamese. */
    parts: [
      [urls.plans, "Plans", "The yearly plans of agencies: tasks, who leads, by when, with what result."],
      [urls.tasks, "Tasks", "All tasks by status, by lead agency and by quarter."],
      [urls.agencies, "Agencies", "What each agency leads, coordinates and supervises, and its results."],
      [urls.compare, "Compare", "Up to eight agencies, any years, any index."],
      [urls.documents, "Documents", "Legal documents that plans cite, and the plans that cite them."],
      [urls.data, "Data", "Everything as CSV, JSON and Parquet with a data dictionary."],
      [urls.trust, "About this release", "What changed, known gaps, how to report an error."],
    ],
    contact: "Contact",
  },
  /** What pages are called in the search, and what else one is found by. */
  search: {
    home: "Minh Bạch in English",
    indices: "Indices: scores and rankings of provinces and ministries of Vietnam",
    methods: "Methodology: deadlines, overdue tasks, ranks, breaks in series.",
  },
  methods: "How this site reads deadlines, judges tasks and compares indices.",
} as const;
