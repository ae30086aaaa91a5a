import { nameOf } from "../../../scripts/model/agency.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import { judgeTasks } from "../../../scripts/model/progress.ts";
import { pageEach } from "../../paginate.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Sheets } from "../../parts/sheet.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

const words = progressStrings.sheet;

export const data = {
  pagination: pageEach("plan", site => site.plans.filter(({ tasks }) => tasks.length > 0)),
  permalink: ({ plan }: { plan: Plan }) => urls.planSheet(plan.slug),
};

/** One page a plan with a sheet for each quarter: four pages a plan would be four times the site. */
export default function PlanSheetPage({ plan, ...props }: PageData & { plan: Plan }) {
  const { site } = props;
  const name = plan.number ?? plan.title;
  return (
    <Layout
      {...props}
      title={words.ofPlan(name)}
      description={words.description(plan.title)}
      path={urls.planSheet(plan.slug)}
      breadcrumbs={[
        { title: strings.nav.plans, href: urls.plans },
        { title: name, href: urls.plan(plan.slug) },
      ]}
    >
      <SummaryHead {...props} agency={plan.agency} />
      <h1>{words.title}</h1>
      <p class="lead">{plan.title}</p>
      <p class="screen">{words.lead}</p>
      <Sheets
        site={site}
        tasks={judgeTasks(site, [plan])}
        issuer={nameOf(site.agencies, plan.agency)}
        subject={plan.number ? `${plan.title} (${plan.number})` : plan.title}
        by="plan"
        fullList={urls.plan(plan.slug)}
      />
    </Layout>
  );
}
