import { findGaps } from "../../../scripts/model/gaps.ts";
import { getOrMake, totalOf } from "../../../scripts/model/maps.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import type { Result } from "../../../scripts/model/result.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { formatCount } from "../../format.ts";
import { indexName } from "../../index-name.ts";
import { ContactLines } from "../../parts/contact.tsx";
import { joined } from "../../parts/joined.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { PlanLink } from "../../parts/plan-link.tsx";
import { ReleaseNotes } from "../../parts/release-notes.tsx";
import { trustStrings as words } from "../../release-strings.ts";
import { strings } from "../../strings.ts";
import { hasProse, urls } from "../../urls.ts";

export const data = { permalink: urls.trust };

/** What can be checked of the site and how, what it does not know, and whom to tell of an error. */
export default function TrustPage(props: PageData) {
  const { site } = props;
  const gaps = findGaps(site);
  const unreported = totalOf(gaps.unreported);
  return (
    <Layout {...props} title={strings.nav.trust} description={words.description} path={urls.trust}>
      <h1>{strings.nav.trust}</h1>
      <h2>{words.release}</h2>
      <ReleaseNotes release={undefined} />
      <h2>{words.method}</h2>
      <p>
        {words.methodLead}{" "}
        {hasProse(site, urls.method) && (
          <>
            {words.methodMore} <a href={urls.method}>{strings.nav.method}</a>.
          </>
        )}
      </p>
      <h2>{words.corrections}</h2>
      <p>{words.correctionsLead}</p>
      <ul>
        <PlanCounts
          site={site}
          counts={[...gaps.notes].map(([slug, notes]) => [slug, notes.length])}
          unit={words.notes}
        />
        <li>
          {formatCount(gaps.corrected.length)} {words.corrected}
          <ByIndex site={site} results={gaps.corrected} />
        </li>
        <li>
          {formatCount(gaps.derived.length)} {words.derived}
          <ByIndex site={site} results={gaps.derived} />
        </li>
      </ul>
      <h2>{words.gaps}</h2>
      <p>{words.gapsLead}</p>
      <ul>
        <li>
          {formatCount(gaps.plansWithoutNumber.length)} {words.withoutNumber}
          <Plans site={site} plans={gaps.plansWithoutNumber} />
        </li>
        <li>
          {formatCount(gaps.plansWithoutDate.length)} {words.withoutDate}
          <Plans site={site} plans={gaps.plansWithoutDate} />
        </li>
        <li>
          {formatCount(gaps.resultsWithoutSource.length)} {words.withoutSource}
          <ByIndex site={site} results={gaps.resultsWithoutSource} />
        </li>
        <li>
          <a href={urls.tasksOfStatus("unreported")}>
            {formatCount(unreported)} {words.unreported}
          </a>
          {unreported > 0 && (
            <ul>
              <PlanCounts site={site} counts={[...gaps.unreported]} unit={words.tasks} />
            </ul>
          )}
        </li>
      </ul>
      <h2>{words.report}</h2>
      <ContactLines site={site} language="vi" />
    </Layout>
  );
}

/** Plans that are named before the rest is only counted. */
const NAMED = 30;

function Plans({ site, plans }: { site: Site; plans: readonly Plan[] }) {
  if (plans.length === 0) return null;
  return (
    <ul>
      <PlanCounts site={site} counts={plans.map(({ slug }) => [slug, undefined])} />
    </ul>
  );
}

/** Plans by slug, each with a number of something; as items of a list. */
function PlanCounts(props: {
  site: Site;
  counts: readonly (readonly [slug: string, count: number | undefined])[];
  unit?: string;
}) {
  const { site, counts, unit } = props;
  return (
    <>
      {counts.slice(0, NAMED).map(([slug, count]) => (
        <li>
          <PlanLink site={site} slug={slug} />
          {count !== undefined && `: ${formatCount(count)} ${unit}`}
        </li>
      ))}
      {counts.length > NAMED && (
        <li>
          {words.more} {formatCount(counts.length - NAMED)}
        </li>
      )}
    </>
  );
}

/** Results by their index and year, each a link to where they stand. */
function ByIndex({ site, results }: { site: Site; results: readonly Result[] }) {
  const counts = new Map<string, { index: string; year: number; count: number }>();
  for (const { index, year } of results) {
    getOrMake(counts, `${index}|${year}`, () => ({ index, year, count: 0 })).count++;
  }
  if (counts.size === 0) return null;
  return (
    <>
      :{" "}
      {joined(
        [...counts.values()].map(({ index, year, count }) => (
          <>
            <a href={urls.indexYear(index, year)}>
              {indexName(site, index)} {year}
            </a>{" "}
            ({formatCount(count)})
          </>
        )),
      )}
    </>
  );
}
