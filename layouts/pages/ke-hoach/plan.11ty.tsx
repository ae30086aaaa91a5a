import { hasHistory } from "../../../scripts/model/history.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import type { PlanPart } from "../../../scripts/model/plan-parts.ts";
import { historyStrings } from "../../history-strings.ts";
import { pageEach } from "../../paginate.ts";
import { Citation } from "../../parts/citation.tsx";
import { Contents } from "../../parts/contents.tsx";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { MovedParts } from "../../parts/moved-parts.tsx";
import { contentsOf, Letterhead, Notes } from "../../parts/plan-head.tsx";
import { PlanProgress } from "../../parts/plan-progress.tsx";
import { Inline } from "../../parts/prose.tsx";
import { ProseWithCharts } from "../../parts/prose-with-charts.tsx";
import { PlanGist, PlanTargets } from "../../parts/targets.tsx";
import { TaskArticle } from "../../parts/task.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { planStrings } from "../../plan-strings.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("plan", site => site.plans),
  permalink: ({ plan }: { plan: Plan }) => urls.plan(plan.slug),
};

export default function PlanPage({ plan, ...props }: PageData & { plan: Plan }) {
  const { site } = props;
  const issuer = site.agencies.byId.get(plan.agency);
  const feed = feedOf(site, urls.plan(plan.slug), urls.agency(plan.agency));
  return (
    <Layout
      {...props}
      title={plan.title}
      description={planStrings.description(plan.number, issuer?.name ?? plan.agency, plan.tasks.length)}
      path={urls.plan(plan.slug)}
      breadcrumbs={[{ title: strings.nav.plans, href: urls.plans }]}
      entries={site.charts.has(plan.path) ? ["figure"] : []}
      feed={feed}
      jsonLd={{
        "@type": "Report",
        name: plan.title,
        reportNumber: plan.number,
        datePublished: plan.issued,
        inLanguage: "vi",
        publisher: { "@type": "GovernmentOrganization", name: issuer?.name },
      }}
    >
      <Letterhead {...props} plan={plan}>
        <PlanGist site={site} plan={plan} />
      </Letterhead>
      <PlanTargets site={site} plan={plan} />
      <PlanProgress site={site} plan={plan} />
      <Timeline site={site} plan={plan} />
      <Follow
        site={site}
        page={urls.plan(plan.slug)}
        feed={feed}
        first={
          hasHistory(site, plan)
            ? { href: urls.planHistory(plan.slug), name: historyStrings.history }
            : undefined
        }
      />
      <Citation {...props} plan={plan} />
      <Notes plan={plan} />
      <Contents entries={contentsOf(plan)} />
      <div class="plan">
        {partRuns(plan.parts).map(parts => (
          <Run {...props} plan={plan} parts={parts} />
        ))}
      </div>
      <MovedParts site={site} plan={plan.slug} />
    </Layout>
  );
}

function Part({ plan, part, site, settings }: PageData & { plan: Plan; part: PlanPart }) {
  const level = Math.max(2, part.level);
  const Heading = `h${Math.min(level, 6)}` as "h2";
  if (part.kind === "task")
    return <TaskArticle site={site} plan={plan} task={part.task} level={level} settings={settings} />;
  return (
    <section class={part.kind} id={part.kind === "section" ? part.id : undefined}>
      {part.title !== "" && (
        <Heading>
          {part.kind === "section" ? `${part.id}. ` : ""}
          <Inline source={part.title} />
        </Heading>
      )}
      {part.kind === "section" && part.deadline && (
        <p class="meta">{planStrings.groupDeadline(part.deadline.printed)}</p>
      )}
      <ProseWithCharts
        prose={part.prose}
        path={plan.path}
        page={urls.plan(plan.slug)}
        site={site}
        settings={settings}
      />
    </section>
  );
}

/** Parts that follow each other; where there are tasks among them, paper shows a table with its head on every page. */
function Run({ parts, ...props }: PageData & { plan: Plan; parts: readonly PlanPart[] }) {
  if (parts.every(({ kind }) => kind !== "task"))
    return (
      <>
        {parts.map(part => (
          <Part {...props} part={part} />
        ))}
      </>
    );
  return (
    <div class="tasks">
      <div class="tasks-head paper" aria-hidden="true">
        <div>
          {strings.sheet.columns.map(column => (
            <span>{column}</span>
          ))}
        </div>
      </div>
      {parts.map(part => (
        <div class="row">
          <Part {...props} part={part} />
        </div>
      ))}
    </div>
  );
}

/** The parts of a plan, cut where prose begins or ends. */
function partRuns(parts: readonly PlanPart[]): PlanPart[][] {
  const runs: PlanPart[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && (run[0]?.kind === "prose") === (part.kind === "prose")) run.push(part);
    else runs.push([part]);
  }
  return runs;
}
