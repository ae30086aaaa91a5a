import type { Agency } from "../../../scripts/model/agency.ts";
import { formatCount, formatDate } from "../../format.ts";
import { AgencyLink, Successors } from "../../parts/agency-name.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { PAGE_SIZE } from "../../parts/pager.tsx";
import { PlanList } from "../../parts/plan-list.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: { data: "site.agencies.all", size: 1, alias: "agency" },
  permalink: ({ agency }: { agency: Agency }) => urls.agency(agency.id),
};

export default function AgencyPage({ agency, ...props }: PageData & { agency: Agency }) {
  const { site } = props;
  const relations = related(site);
  const plans = relations.plansOf.get(agency.id) ?? [];
  const children = relations.children.get(agency.id) ?? [];
  const before = relations.predecessors.get(agency.id) ?? [];
  const parent = agency.parent === undefined ? undefined : site.agencies.byId.get(agency.parent);
  const leads = relations.leads.get(agency.id) ?? [];
  const roles = [
    ["Chủ trì", leads],
    ["Phối hợp", relations.coordinates.get(agency.id) ?? []],
    ["Theo dõi, hướng dẫn, đôn đốc", relations.supervises.get(agency.id) ?? []],
  ] as const;
  return (
    <Layout
      {...props}
      title={agency.name}
      description={`${agency.name}: ${formatCount(plans.length)} kế hoạch ban hành, ${formatCount(leads.length)} nhiệm vụ chủ trì.`}
      path={urls.agency(agency.id)}
      breadcrumbs={[
        { title: strings.nav.agencies, href: urls.agencies },
        ...(parent ? [{ title: parent.shortName, href: urls.agency(parent.id) }] : []),
      ]}
      jsonLd={{
        "@type": "GovernmentOrganization",
        name: agency.name,
        alternateName: agency.shortName,
        dissolutionDate: agency.validTo,
      }}
    >
      <h1>
        {agency.name}
        <Successors site={site} id={agency.id} />
      </h1>
      <dl class="facts">
        <dt>Loại</dt>
        <dd>{strings.agencyKind[agency.kind]}</dd>
        {parent && (
          <>
            <dt>Thuộc</dt>
            <dd>
              <AgencyLink site={site} id={parent.id} full />
            </dd>
          </>
        )}
        {agency.validFrom && (
          <>
            <dt>Từ ngày</dt>
            <dd>{formatDate(agency.validFrom)}</dd>
          </>
        )}
        {agency.validTo && (
          <>
            <dt>Đến ngày</dt>
            <dd>{formatDate(agency.validTo)}</dd>
          </>
        )}
        {before.length > 0 && (
          <>
            <dt>Trước đây</dt>
            <dd>
              {before.map(({ id }, i) => (
                <>
                  {i > 0 && ", "}
                  <AgencyLink site={site} id={id} full />
                </>
              ))}
            </dd>
          </>
        )}
        {agency.aliases.length > 0 && (
          <>
            <dt>Tên gọi khác</dt>
            <dd>{agency.aliases.join("; ")}</dd>
          </>
        )}
        {agency.note && (
          <>
            <dt>Ghi chú</dt>
            <dd>{agency.note}</dd>
          </>
        )}
        {agency.source && (
          <>
            <dt>Nguồn</dt>
            <dd>{agency.source}</dd>
          </>
        )}
      </dl>
      {plans.length > 0 && (
        <section>
          <h2>Kế hoạch ban hành</h2>
          <PlanList site={site} plans={plans} />
        </section>
      )}
      {roles.map(
        ([role, tasks]) =>
          tasks.length > 0 && (
            <section>
              <h2>
                {role}: {formatCount(tasks.length)} nhiệm vụ
              </h2>
              {tasks.length > PAGE_SIZE && (
                <p>
                  {formatCount(PAGE_SIZE)} nhiệm vụ đầu.{" "}
                  {role === "Chủ trì" && <a href={urls.tasksOfAgency(agency.id)}>Xem tất cả</a>}
                </p>
              )}
              <TaskTable
                site={site}
                tasks={tasks.slice(0, PAGE_SIZE)}
                withLeads={role !== "Chủ trì"}
                caption={`${role} – ${agency.shortName}`}
              />
            </section>
          ),
      )}
      {children.length > 0 && (
        <section>
          <h2>Cơ quan, đơn vị trực thuộc</h2>
          <ul class="columns">
            {children.map(({ id }) => (
              <li>
                <AgencyLink site={site} id={id} full />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}
