import type { Plan } from "../../../scripts/model/plan.ts";
import { countStatuses, coverageOf, judgeTasks } from "../../../scripts/model/progress.ts";
import { formatCount } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Contents, Letterhead, Notes, Targets } from "../../parts/plan-head.tsx";
import { Inline } from "../../parts/prose.tsx";
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
      <Letterhead site={site} plan={plan} />
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
        {plan.parts.map(part => {
          const level = Math.max(2, part.level);
          const Heading = `h${Math.min(level, 6)}` as "h2";
          if (part.kind === "task")
            return <TaskArticle site={site} plan={plan} task={part.task} level={level} />;
          return (
            <section class={part.kind} id={part.kind === "section" ? part.id : undefined}>
              {part.title !== "" && (
                <Heading>
                  {part.kind === "section" ? `${part.id}. ` : ""}
                  <Inline source={part.title} />
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
                settings={props.settings}
              />
            </section>
          );
        })}
      </div>
    </Layout>
  );
}
