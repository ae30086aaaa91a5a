import { collectProblems, type Problem, type Report } from "./problem.ts";

/** The problems of a site, without those that only follow from others. */
export interface SiteProblems {
  readonly report: Report;
  readonly problems: Problem[];
  /** Paths, with `/`, of files that could not be loaded: what they would have said is not missed as well. */
  readonly unloaded: readonly string[];
  /** How problems begin that say of names in a file that could not be read that there are none: they are left out. */
  readonly leftOut: string[];
}

/** @param before of files that could not be loaded; they are not listed again */
export function collectSiteProblems(before: readonly Problem[]): SiteProblems {
  const { report, problems } = collectProblems();
  const leftOut: string[] = [];
  return {
    report: (place, message, mend) => {
      if (!leftOut.some(start => message.startsWith(start))) report(place, message, mend);
    },
    problems,
    unloaded: before.map(({ file }) => file.replaceAll("\\", "/")),
    leftOut,
  };
}
