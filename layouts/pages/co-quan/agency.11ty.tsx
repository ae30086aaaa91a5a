import type { Agency } from "../../../scripts/model/agency.ts";
import type { JudgedTask } from "../../../scripts/model/progress.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { agencyStrings as words } from "../../agency-strings.ts";
import { formatDate } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { AgencyResults, hasResults } from "../../parts/agency-results.tsx";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { LeadSummary, leadOf } from "../../parts/lead-summary.tsx";
import { PAGE_SIZE, Pager } from "../../parts/pager.tsx";
import { PlanList } from "../../parts/plan-list.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

const ROLES = ["leads", "coordinates", "supervises"] as const;

/** An agency, and which part of its lists of tasks a page shows. */
interface AgencyPart {
  readonly agency: Agency;
  /** 1-based; the longest list decides how many there are. */
  readonly number: number;
  readonly count: number;
  readonly roles: readonly {
    readonly role: (typeof ROLES)[number];
    /** Tasks of the whole list. */
    readonly total: number;
    readonly tasks: readonly JudgedTask[];
  }[];
}

export const data = {
  pagination: pageEach("part", agencyParts),
  permalink: ({ part }: { part: AgencyPart }) => listPage(urls.agency(part.agency.id), part.number),
};

function agencyParts(site: Site): AgencyPart[] {
  const relations = related(site);
  return site.agencies.all.flatMap(agency => {
    const lists = ROLES.map(role => {
      const all = relations[role].get(agency.id) ?? [];
      // What it leads goes on in a list of its own, which begins with what needs attention.
      return { role, total: all.length, listed: role === "leads" ? all.slice(0, PAGE_SIZE) : all };
    });
    const count = Math.max(1, ...lists.map(({ listed }) => Math.ceil(listed.length / PAGE_SIZE)));
    return Array.from({ length: count }, (_, i) => ({
      agency,
      number: i + 1,
      count,
      roles: lists.map(({ listed, ...list }) => ({
        ...list,
        tasks: listed.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE),
      })),
    }));
  });
}

export default function AgencyPage({ part, ...props }: PageData & { part: AgencyPart }) {
  const { agency, number, roles } = part;
  const { site } = props;
  const relations = related(site);
  const plans = relations.plansOf.get(agency.id) ?? [];
  const children = relations.children.get(agency.id) ?? [];
  const before = relations.predecessors.get(agency.id) ?? [];
  const parent = agency.parent === undefined ? undefined : site.agencies.byId.get(agency.parent);
  const leads = roles.find(({ role }) => role === "leads")?.total ?? 0;
  return (
    <Layout
      {...props}
      title={progressStrings.board.page(agency.name, number)}
      description={words.description(agency.name, plans.length, leads)}
      path={listPage(urls.agency(agency.id), number)}
      breadcrumbs={[
        { title: strings.nav.agencies, href: urls.agencies },
        ...(parent ? [{ title: parent.shortName, href: urls.agency(parent.id) }] : []),
      ]}
      feed={feedOf(site, urls.agency(agency.id))}
      entries={number === 1 && hasResults(site, agency.id) ? ["figure"] : []}
      jsonLd={{
        "@type": "GovernmentOrganization",
        name: agency.name,
        alternateName: agency.shortName,
        dissolutionDate: agency.validTo,
      }}
    >
      <SummaryHead {...props} agency={agency.id} />
      <h1>{agency.name}</h1>
      <dl class="facts">
        {agency.validTo !== undefined && agency.validTo < site.asOf && agency.successors.length > 0 && (
          <>
            <dt>{words.facts.successors}</dt>
            <dd>
              {agency.successors.map((id, i) => (
                <>
                  {i > 0 && ", "}
                  <AgencyLink site={site} id={id} full />
                </>
              ))}
            </dd>
          </>
        )}
        <dt>{words.facts.kind}</dt>
        <dd>{words.kinds[agency.kind]}</dd>
        {parent && (
          <>
            <dt>{words.facts.parent}</dt>
            <dd>
              <AgencyLink site={site} id={parent.id} full />
            </dd>
          </>
        )}
        {agency.validFrom && (
          <>
            <dt>{words.facts.from}</dt>
            <dd>{formatDate(agency.validFrom)}</dd>
          </>
        )}
        {agency.validTo && (
          <>
            <dt>{words.facts.to}</dt>
            <dd>{formatDate(agency.validTo)}</dd>
          </>
        )}
        {before.length > 0 && (
          <>
            <dt>{words.facts.predecessors}</dt>
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
            <dt>{words.facts.aliases}</dt>
            <dd>{agency.aliases.join("; ")}</dd>
          </>
        )}
        {agency.note && (
          <>
            <dt>{words.facts.note}</dt>
            <dd>{agency.note}</dd>
          </>
        )}
        {agency.source && (
          <>
            <dt>{words.facts.source}</dt>
            <dd>{agency.source}</dd>
          </>
        )}
      </dl>
      {number === 1 && leads > 0 && (
        <section>
          <h2>{progressStrings.lead.title}</h2>
          <LeadSummary lead={leadOf(agency.id, relations.leading.get(agency.id) ?? [])} />
          <p class="screen">
            <a href={urls.agencySheet(agency.id)}>{progressStrings.lead.sheet}</a>
          </p>
        </section>
      )}
      {number === 1 && (
        <Follow site={site} page={urls.agency(agency.id)} feed={feedOf(site, urls.agency(agency.id))} />
      )}
      {number === 1 && <AgencyResults site={site} settings={props.settings} agency={agency.id} />}
      {number === 1 && plans.length > 0 && (
        <section>
          <h2>{words.plans}</h2>
          <PlanList site={site} plans={plans} />
        </section>
      )}
      {roles.map(
        ({ role, tasks, total }) =>
          tasks.length > 0 && (
            <section>
              <h2>{words.tasks(words.roles[role], total)}</h2>
              <TaskTable
                site={site}
                tasks={tasks}
                withLeads={role !== "leads"}
                caption={`${words.roles[role]} – ${agency.shortName}`}
              />
              {role === "leads" && total > tasks.length && (
                <p>
                  {words.moreLeads(tasks.length)}{" "}
                  <a href={urls.tasksOfAgency(agency.id)}>{words.leadsList}</a>.
                </p>
              )}
            </section>
          ),
      )}
      <Pager base={urls.agency(agency.id)} page={part} />
      {number === 1 && children.length > 0 && (
        <section>
          <h2>{words.children}</h2>
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
