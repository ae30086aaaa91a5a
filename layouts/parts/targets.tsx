import { type Judgement, judgementsOfIndex, judgementsOfPlan } from "../../scripts/model/judgement.ts";
import { countBy } from "../../scripts/model/maps.ts";
import type { Plan } from "../../scripts/model/plan.ts";
import { type Cell, hardBreaksBetween } from "../../scripts/model/series.ts";
import type { Site } from "../../scripts/model/site.ts";
import { chartStrings } from "../chart-strings.ts";
import { formatAmount, formatChange, formatNumber, formatRank } from "../format.ts";
import { planName } from "../plan-name.ts";
import { planStrings } from "../plan-strings.ts";
import { progressStrings } from "../progress-strings.ts";
import { related } from "../related.ts";
import { strings } from "../strings.ts";
import { targetSentence, unitOfTarget } from "../target-words.ts";
import { urls } from "../urls.ts";
import { AgencyLink } from "./agency-name.tsx";
import { joined } from "./joined.tsx";
import { PAGE_SIZE } from "./pager.tsx";
import { TASKS } from "./plan-progress.tsx";
import { ColumnHeads, FlowTable } from "./table.tsx";

const words = progressStrings.targets;

/** Where a plan page tells of its targets. */
const TARGETS = "muc-tieu";

/** What a plan promises about the indices, what came, and whether the promise was kept. */
export function PlanTargets({ site, plan }: { site: Site; plan: Plan }) {
  const judgements = judgementsOfPlan(site, plan.slug);
  if (judgements.length === 0) return null;
  return (
    <section class="targets">
      <h2 id={TARGETS}>{words.heading}</h2>
      <ul>
        {judgements.map(judgement => (
          <li>
            {targetSentence(site, judgement.target, judgement.result?.unit)}.{" "}
            <Verdict verdict={judgement.verdict} />
            {hasResults(judgement) && (
              <>
                : <Inputs site={site} judgement={judgement} />
              </>
            )}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of a plan in one line, for who reads no further; the parts below say it in full. */
export function PlanGist({ site, plan }: { site: Site; plan: Plan }) {
  if (planStrings.notInForce[plan.state]) return null;
  const judgements = judgementsOfPlan(site, plan.slug);
  const most = [...(related(site).planCounts.get(plan.slug) ?? [])]
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([status, count]) => words.ofTasks(count, plan.tasks.length, strings.status[status]));
  if (judgements.length === 0 && most.length === 0) return null;
  return (
    <p class="gist screen">
      {judgements.length > 0 && (
        <>
          <a href={`#${TARGETS}`}>{words.heading}</a>: {verdictCounts(judgements)}.{" "}
        </>
      )}
      {most.length > 0 && (
        <>
          <a href={`#${TASKS}`}>{strings.nav.tasks}</a>: {most.join(" · ")}.
        </>
      )}
    </p>
  );
}

/** The targets of all plans about an index in one year. */
export function YearTargets({ site, index, year }: { site: Site; index: string; year: number }) {
  const judgements = judgementsOfIndex(site, index).get(year) ?? [];
  if (judgements.length === 0) return null;
  return (
    <section>
      <h2>{words.ofPlans}</h2>
      <p>{verdictCounts(judgements)}</p>
      <FlowTable label={words.ofPlans}>
        <ColumnHeads
          names={[
            progressStrings.columns.agency,
            words.columns.target,
            words.columns.verdict,
            words.columns.result,
          ]}
        />
        <tbody>
          {judgements.slice(0, PAGE_SIZE).map(judgement => (
            <tr>
              <th scope="row">
                <AgencyLink site={site} id={judgement.agency} />
                <small>
                  <JudgedPlan site={site} judgement={judgement} />
                </small>
              </th>
              <td data-label={words.columns.target}>
                {targetSentence(site, judgement.target, judgement.result?.unit)}
              </td>
              <td data-label={words.columns.verdict}>
                <Verdict verdict={judgement.verdict} />
              </td>
              <td data-label={words.columns.result}>
                <Inputs site={site} judgement={judgement} />
              </td>
            </tr>
          ))}
        </tbody>
      </FlowTable>
      {judgements.length > PAGE_SIZE && <p>{words.more(PAGE_SIZE, judgements.length)}</p>}
    </section>
  );
}

/** The years that plans have targets about an index for, and how many were kept. */
export function IndexTargets({
  site,
  index,
  years,
}: {
  site: Site;
  index: string;
  years: readonly number[];
}) {
  const judgements = [...judgementsOfIndex(site, index)].sort(([a], [b]) => b - a);
  if (judgements.length === 0) return null;
  return (
    <section>
      <h2>{words.ofPlans}</h2>
      <ul>
        {judgements.map(([year, own]) => (
          <li>
            {years.includes(year) ? <a href={urls.indexYear(index, year)}>{year}</a> : year}:{" "}
            {verdictCounts(own)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "1 đạt · 3 không đạt" */
function verdictCounts(judgements: readonly Judgement[]): string {
  return [...countBy(judgements.map(({ verdict }) => verdict))]
    .map(([verdict, count]) => words.count(count, chartStrings.verdicts[verdict]))
    .join(" · ");
}

function Verdict({ verdict }: { verdict: Judgement["verdict"] }) {
  return <strong class={`verdict ${verdict}`}>{chartStrings.verdicts[verdict]}</strong>;
}

function hasResults({ result, baseResult }: Judgement): boolean {
  return result !== undefined || baseResult !== undefined;
}

/** The results that the verdict rests on, each with its year; the change only where it may be computed. */
function Inputs({ site, judgement }: { site: Site; judgement: Judgement }) {
  const { target, result, baseResult, actual, verdict } = judgement;
  const unit = unitOfTarget(site, target);
  const years =
    target.measure === "change" && target.baseYear !== undefined
      ? ([
          [target.baseYear, baseResult],
          [target.year, result],
        ] as const)
      : ([[target.year, result]] as const);
  const breaks = hardBreaksBetween(
    site.indices.get(target.index)?.breaks ?? [],
    target.baseYear ?? target.year,
    target.year,
  );
  return (
    <>
      {joined(
        years.map(([year, cell]) => {
          if (!cell) return words.noResult(year);
          const text = cellText(judgement, cell, cell.unit ?? unit);
          // A change is told by the values of its two years.
          const told = target.measure === "change" ? "value" : target.measure;
          if (text === undefined) return words.notStated(words.measures[told], year);
          return (
            <>
              <a href={urls.indexYear(target.index, year)}>{year}</a>: {text}
            </>
          );
        }),
        "; ",
      )}
      {target.measure === "change" &&
        typeof actual === "number" &&
        `; ${words.measures.change} ${formatAmount(formatChange(actual), chartStrings.changeUnit(result?.unit ?? unit))}`}
      {verdict === "incomparable" && `; ${breaks.map(({ why }) => words.break(why)).join("; ")}`}
    </>
  );
}

/** What of a result a target is held against; undefined when the result does not say it. */
function cellText({ target, actual }: Judgement, cell: Cell, unit: string): string | undefined {
  if (target.measure === "rank")
    return cell.rank === undefined
      ? undefined
      : `${words.measures.rank} ${formatRank(cell.rank, cell.rank_of)}`;
  if (target.measure === "band") return actual === undefined ? undefined : `${words.measures.band} ${actual}`;
  return cell.value === undefined ? undefined : formatAmount(formatNumber(cell.value), unit);
}

/** The plan that promised something, by its short name. */
export function JudgedPlan({ site, judgement }: { site: Site; judgement: Judgement }) {
  const plan = site.planBySlug.get(judgement.plan);
  return <a href={urls.plan(judgement.plan)}>{plan ? planName(site, plan) : judgement.planTitle}</a>;
}
