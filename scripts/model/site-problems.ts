import { collectProblems, type Problem, type Report } from "./problem.ts";

/** The problems of a site, without those that only follow from others. */
export interface SiteProblems {
  readonly report: Report;
  readonly problems: Problem[];
  /** Paths, with `/`, of files that could not be loaded. That something is missing is not reported where they may have it. */
  readonly unloaded: readonly string[];
  /** Beginnings of messages that are not reported: each would miss a name that stands in a file that could not be read. */
  readonly muted: string[];
}

/** @param before the problems of files that could not be loaded; they are not part of what is collected */
export function collectSiteProblems(before: readonly Problem[]): SiteProblems {
  const { report, problems } = collectProblems();
  const muted: string[] = [];
  return {
    report: (place, message, mend) => {
      if (!muted.some(start => message.startsWith(start))) report(place, message, mend);
    },
    problems,
    unloaded: before.map(({ file }) => file.replaceAll("\\", "/")),
    muted,
  };
}
