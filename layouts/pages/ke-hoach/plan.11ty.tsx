import type { Plan } from "../../../scripts/model/plan.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = {
  pagination: { data: "site.plans", size: 1, alias: "plan" },
  permalink: ({ plan }: { plan: Plan }) => urls.plan(plan.slug),
};

export default function PlanPage({ plan, ...props }: PageData & { plan: Plan }) {
  return (
    <Layout {...props} title={plan.title} description={plan.title} path={urls.plan(plan.slug)}>
      <h1>{plan.title}</h1>
    </Layout>
  );
}
