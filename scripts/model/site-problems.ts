import { collectProblems, type Problem, type Report, type Subject } from "./problem.ts";

/** The problems of a site, without those that only follow from others. */
export interface SiteProblems {
  readonly report: Report;
  readonly problems: Problem[];
  /** Paths, with `/`, of files that could not be loaded: what is missing elsewhere may stand in them. */
  readonly unloaded: readonly string[];
  /** What is not reported as missing, because it may stand in what could not be read. */
  readonly muted: Set<Subject>;
}

/** @param before the problems of files that could not be loaded; they are not part of what is collected */
export function collectSiteProblems(before: readonly Problem[]): SiteProblems {
  const { report, problems } = collectProblems();
  const muted = new Set<Subject>();
  return {
    report: (place, message, mend, about) => {
      if (about === undefined || !muted.has(about)) report(place, message, mend, about);
    },
    problems,
    unloaded: before.map(({ file }) => file.replaceAll("\\", "/")),
    muted,
  };
}
