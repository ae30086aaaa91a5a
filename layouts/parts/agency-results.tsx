import { judgementsOf } from "../../scripts/model/judgement.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { Settings } from "../../scripts/settings.ts";
import { chartStrings, indexStrings } from "../chart-strings.ts";
import { figuresOf } from "../figures.ts";
import { latestResults, resultWords } from "../result-words.ts";
import { targetSubject, unitOfTarget } from "../target-words.ts";
import { urls } from "../urls.ts";
import { ChartFigure } from "./figure.tsx";
import { JudgedPlan } from "./targets.tsx";

interface AgencyResultsProps {
  readonly site: Site;
  readonly settings: Settings;
  /** Agency id. */
  readonly agency: string;
}

/** What the indices say of an agency: latest results, targets of its plans with their verdict, and the figures; null where they say nothing. */
export function AgencyResults({ site, settings, agency }: AgencyResultsProps) {
  const figures = figuresOf(site, urls.agency(agency));
  const judgements = judgementsOf(site, agency);
  const latest = latestResults(site, agency);
  if (latest.length + judgements.length + figures.length === 0) return null;
  return (
    <>
      {latest.length > 0 && (
        <ul>
          {latest.map(({ table, last }) => (
            <li>
              <a href={urls.index(table.id)}>{table.name}</a>{" "}
              <a href={urls.indexYear(table.id, last.year)}>{last.year}</a>: {resultWords(table, last)}
            </li>
          ))}
        </ul>
      )}
      {judgements.length > 0 && (
        <>
          <h3>{indexStrings.agencyTargets}</h3>
          <ul>
            {judgements.map(judgement => (
              <li>
                {targetSubject(site, judgement.target)},{" "}
                {chartStrings.judged(
                  judgement,
                  judgement.result?.unit ?? unitOfTarget(site, judgement.target),
                )}{" "}
                <JudgedPlan site={site} judgement={judgement} />
              </li>
            ))}
          </ul>
        </>
      )}
      {figures.map(figure => (
        <ChartFigure figure={figure} settings={settings} />
      ))}
    </>
  );
}
