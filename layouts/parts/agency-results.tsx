import type { Settings } from "../../scripts/load.ts";
import { cellsOf, indexTables } from "../../scripts/model/index-table.ts";
import { judgementsOf } from "../../scripts/model/judgement.ts";
import type { Site } from "../../scripts/model/site.ts";
import { chartStrings, indexStrings } from "../chart-strings.ts";
import { figuresOf } from "../figures.ts";
import { formatAmount, formatNumber, formatRank } from "../format.ts";
import { urls } from "../urls.ts";
import { ChartFigure } from "./figure.tsx";
import { targetSubject } from "./plan-head.tsx";
import { JudgedPlan } from "./targets.tsx";

interface AgencyResultsProps {
  readonly site: Site;
  readonly settings: Settings;
  /** Agency id. */
  readonly agency: string;
}

/** What the indices say of an agency: latest results, targets of its plans with their verdict, and the figures. */
export function AgencyResults({ site, settings, agency }: AgencyResultsProps) {
  const figures = figuresOf(site, urls.agency(agency));
  const judgements = judgementsOf(site, agency);
  if (figures.length === 0 && judgements.length === 0) return null;
  const latest = [...indexTables(site).values()].flatMap(table => {
    const last = cellsOf(table, agency).at(-1);
    return last ? [{ table, last }] : [];
  });
  return (
    <section>
      <h2 id="ket-qua">{indexStrings.agencyResults}</h2>
      <ul>
        {latest.map(({ table, last }) => (
          <li>
            <a href={urls.index(table.id)}>{table.name}</a>{" "}
            <a href={urls.indexYear(table.id, last.year)}>{last.year}</a>:{" "}
            {[
              last.value !== undefined && formatAmount(formatNumber(last.value), table.unit),
              last.rank !== undefined && `${chartStrings.rank} ${formatRank(last.rank, last.rank_of)}`,
            ]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
      </ul>
      {judgements.length > 0 && (
        <>
          <h3>{indexStrings.agencyTargets}</h3>
          <ul>
            {judgements.map(judgement => (
              <li>
                {targetSubject(site, judgement.target)}, {chartStrings.judged(judgement)}{" "}
                <JudgedPlan site={site} judgement={judgement} />
              </li>
            ))}
          </ul>
        </>
      )}
      {figures.map(figure => (
        <ChartFigure figure={figure} settings={settings} />
      ))}
    </section>
  );
}
