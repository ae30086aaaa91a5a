import type { ComponentChildren } from "preact";
import type { Agency } from "../../../scripts/model/agency.ts";
import type { Plan } from "../../../scripts/model/plan.ts";
import type { JudgedTask } from "../../../scripts/model/progress.ts";
import type { Site } from "../../../scripts/model/site.ts";
import { agencyStrings as words } from "../../agency-strings.ts";
import { indexStrings } from "../../chart-strings.ts";
import { figuresOf } from "../../figures.ts";
import { pageEach } from "../../paginate.ts";
import { AgencyFacts } from "../../parts/agency-facts.tsx";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { AgencyResults } from "../../parts/agency-results.tsx";
import { Contents, type ContentsEntry } from "../../parts/contents.tsx";
import { Follow, feedOf } from "../../parts/follow.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { LeadSummary, leadOf } from "../../parts/lead-summary.tsx";
import { PAGE_SIZE, Pager } from "../../parts/pager.tsx";
import { PlanList } from "../../parts/plan-list.tsx";
import { SummaryHead } from "../../parts/sheet-head.tsx";
import { TaskTable } from "../../parts/task-table.tsx";
import { progressStrings } from "../../progress-strings.ts";
import { ROLES, related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { listPage, urls } from "../../urls.ts";

/** An agency, and which part of its lists a page shows. */
interface AgencyPart {
  readonly agency: Agency;
  /** 1-based; the longest list decides how many there are. */
  readonly number: number;
  readonly count: number;
  /** Plans that it issued. */
  readonly plans: ListPart<Plan>;
  readonly roles: readonly (ListPart<JudgedTask> & { readonly role: (typeof ROLES)[number] })[];
  /** The agencies below it. */
  readonly children: ListPart<Agency>;
}

interface ListPart<Item> {
  readonly items: readonly Item[];
  /** Items of the whole list. */
  readonly total: number;
}

export const data = {
  pagination: pageEach("part", agencyParts),
  permalink: ({ part }: { part: AgencyPart }) => listPage(urls.agency(part.agency.id), part.number),
};

function agencyParts(site: Site): AgencyPart[] {
  const relations = related(site);
  return site.agencies.all.flatMap(agency => {
    const plans = relations.plansOf.get(agency.id) ?? [];
    const children = relations.children.get(agency.id) ?? [];
    const roles = ROLES.map(role => {
      const all = relations[role].get(agency.id) ?? [];
      // What it leads goes on in a list of its own, which begins with what needs attention.
      return { role, all, listed: role === "leads" ? all.slice(0, PAGE_SIZE) : all };
    });
    const longest = Math.max(1, plans.length, children.length, ...roles.map(({ listed }) => listed.length));
    const count = Math.ceil(longest / PAGE_SIZE);
    return Array.from({ length: count }, (_, i) => {
      const cut = <Item,>(list: readonly Item[]) => list.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE);
      return {
        agency,
        number: i + 1,
        count,
        plans: { items: cut(plans), total: plans.length },
        roles: roles.map(({ role, all, listed }) => ({ role, items: cut(listed), total: all.length })),
        children: { items: cut(children), total: children.length },
      };
    });
  });
}

export default function AgencyPage({ part, ...props }: PageData & { part: AgencyPart }) {
  const { agency, number, plans, roles, children } = part;
  const { site } = props;
  const parent = site.agencies.byId.get(agency.parent ?? "");
  const isFirst = number === 1;
  const sections: Section[] = [
    {
      id: "ket-qua",
      title: indexStrings.agencyResults,
      body: isFirst && AgencyResults({ site, settings: props.settings, agency: agency.id }),
    },
    {
      id: "ban-hanh",
      title: words.plans(plans.total),
      body: plans.items.length > 0 && <PlanList site={site} plans={plans.items} withAgency={false} />,
    },
    ...roles.map(({ role, items, total }) => ({
      id: ROLE_SLUGS[role],
      title: words.tasks(words.roles[role], total),
      body: items.length > 0 && <Tasks site={site} agency={agency} role={role} items={items} total={total} />,
    })),
    {
      id: "truc-thuoc",
      title: words.children(children.total),
      body: children.items.length > 0 && (
        <ul class="columns">
          {children.items.map(({ id }) => (
            <li>
              <AgencyLink site={site} id={id} full />
            </li>
          ))}
        </ul>
      ),
    },
  ].filter(({ body }) => body);
  const isBare = isFirst && sections.length === 0;
  const leads = roles.find(({ role }) => role === "leads")?.total ?? 0;
  return (
    <Layout
      {...props}
      title={agency.name}
      description={words.description(agency.name, plans.total, leads)}
      path={urls.agency(agency.id)}
      number={number}
      breadcrumbs={[
        { title: strings.nav.agencies, href: urls.agencies },
        ...(parent ? [{ title: parent.shortName, href: urls.agency(parent.id) }] : []),
      ]}
      feed={feedOf(site, urls.agency(agency.id))}
      entries={isFirst && figuresOf(site, urls.agency(agency.id)).length > 0 ? ["figure"] : []}
      {...organization(agency)}
    >
      <SummaryHead {...props} agency={agency.id} />
      <h1>{agency.name}</h1>
      <AgencyFacts site={site} agency={agency} />
      <Contents entries={sections} />
      {isBare && <p>{words.nothing}</p>}
      {isFirst && <Overview site={site} agency={agency} leads={leads} />}
      {sections.map(({ id, title, body }) => (
        <section>
          <h2 id={id}>{title}</h2>
          {body}
        </section>
      ))}
      <Pager base={urls.agency(agency.id)} page={part} />
    </Layout>
  );
}

/** What stands below a heading; nothing where there is none of it. */
interface Section extends ContentsEntry {
  readonly body: ComponentChildren;
}

const ROLE_SLUGS: Readonly<Record<(typeof ROLES)[number], string>> = {
  leads: "chu-tri",
  coordinates: "phoi-hop",
  supervises: "theo-doi",
};

type TasksProps = AgencyPart["roles"][number] & { readonly site: Site; readonly agency: Agency };

/** The tasks in which it has a role. */
function Tasks({ site, agency, role, items, total }: TasksProps) {
  return (
    <>
      <TaskTable
        site={site}
        tasks={items}
        withLeads={role !== "leads"}
        caption={`${words.roles[role]} – ${agency.shortName}`}
      />
      {role === "leads" && total > items.length && (
        <p>
          {words.moreLeads(items.length)} <a href={urls.tasksOfAgency(agency.id)}>{words.leadsList}</a>.
        </p>
      )}
    </>
  );
}

interface OverviewProps {
  readonly site: Site;
  readonly agency: Agency;
  /** How many tasks it leads. */
  readonly leads: number;
}

/** Where the tasks that it leads stand, and how to follow it. */
function Overview({ site, agency, leads }: OverviewProps) {
  const page = urls.agency(agency.id);
  return (
    <>
      {leads > 0 && (
        <section>
          <h2>{progressStrings.lead.title}</h2>
          <LeadSummary lead={leadOf(agency.id, related(site).leading.get(agency.id) ?? [])} />
        </section>
      )}
      <Follow
        site={site}
        page={page}
        feed={feedOf(site, page)}
        first={
          leads > 0 ? { href: urls.agencySheet(agency.id), name: progressStrings.sheet.link } : undefined
        }
      />
    </>
  );
}

/** Kinds of agencies as schema.org calls them; posts and groups, such as a mean of all, are no organization. */
const ORGANIZATIONS: Readonly<Record<Agency["kind"], string | undefined>> = {
  body: "GovernmentOrganization",
  agency: "GovernmentOrganization",
  unit: "GovernmentOrganization",
  temporary: "GovernmentOrganization",
  press: "NewsMediaOrganization",
  company: "Organization",
  group: undefined,
  office: undefined,
};

function organization({ kind, name, shortName, validTo }: Agency): { jsonLd?: object } {
  const type = ORGANIZATIONS[kind];
  if (type === undefined) return {};
  const alternateName = shortName === name ? undefined : shortName;
  return { jsonLd: { "@type": type, name, alternateName, dissolutionDate: validTo } };
}
