import type { Plan, PlanPart } from "../../../scripts/model/plan.ts";
import { countStatuses, coverageOf, judgeTasks } from "../../../scripts/model/progress.ts";
import { formatCount } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Contents, Letterhead, Notes, Targets } from "../../parts/plan-head.tsx";
import { ProseWithCharts } from "../../parts/prose-with-charts.tsx";
import { StatusBar } from "../../parts/status.tsx";
import { TaskArticle } from "../../parts/task.tsx";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: { data: "site.plans", size: 1, alias: "plan" },
  permalink: ({ plan }: { plan: Plan }) => urls.plan(plan.slug),
};

export default function PlanPage({ plan, ...props }: PageData & { plan: Plan }) {
  const { site } = props;
  const issuer = site.agencies.byId.get(plan.agency);
  const coverage = coverageOf(site, plan);
  return (
    <Layout
      {...props}
      title={plan.title}
      description={`${plan.number ?? "Kế hoạch chưa có số"}, ${issuer?.name ?? plan.agency}: ${formatCount(plan.tasks.length)} nhiệm vụ với cơ quan chủ trì, thời hạn và sản phẩm.`}
      path={urls.plan(plan.slug)}
      breadcrumbs={[{ title: strings.nav.plans, href: urls.plans }]}
      entries={site.charts.has(plan.path) ? ["figure"] : []}
      kind="wide"
      jsonLd={{
        "@type": "Report",
        name: plan.title,
        reportNumber: plan.number,
        datePublished: plan.issued,
        inLanguage: "vi",
        publisher: { "@type": "GovernmentOrganization", name: issuer?.name },
      }}
    >
      <Letterhead {...props} plan={plan} />
      <Targets site={site} plan={plan} />
      <section class="overview">
        <h2>{formatCount(plan.tasks.length)} nhiệm vụ</h2>
        <StatusBar counts={countStatuses(judgeTasks(site, [plan]))} />
        {coverage.covered > 0 && (
          <p>
            {formatCount(coverage.covered)}/{formatCount(coverage.total)} nhiệm vụ có đơn vị cấp dưới triển
            khai.
          </p>
        )}
      </section>
      <Notes plan={plan} />
      <Contents plan={plan} />
      <div class="plan">
        {partRuns(plan.parts).map(parts => (
          <Run {...props} plan={plan} parts={parts} />
        ))}
      </div>
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
          {part.title}
        </Heading>
      )}
      {part.kind === "section" && part.deadline && (
        <p class="meta">Thời hạn chung: {part.deadline.printed}</p>
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
