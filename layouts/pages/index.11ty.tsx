import { countStatuses } from "../../scripts/model/progress.ts";
import { formatCount } from "../format.ts";
import { feedOf } from "../parts/follow.tsx";
import { Layout, type PageData, SearchForm } from "../parts/layout.tsx";
import { PlanList } from "../parts/plan-list.tsx";
import { StatusBar } from "../parts/status.tsx";
import { agenciesInUse, related } from "../related.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

export const data = { permalink: urls.home };

const NEWEST = 8;

/** What brings readers here, and the page that answers it. */
const NEEDS = [
  {
    name: "Tra một việc, một số văn bản",
    href: urls.search,
    what: "Người dân, nhà báo: gõ không dấu cũng được.",
  },
  {
    name: "Biết cơ quan mình phải làm gì",
    href: urls.agencies,
    what: "Cán bộ phụ trách: việc chủ trì, phối hợp và hạn của từng cơ quan.",
  },
  {
    name: "Xem việc nào chậm, việc nào chưa ai báo cáo",
    href: urls.tasks,
    what: "Lãnh đạo, cơ quan theo dõi: theo tình trạng, theo quý.",
  },
  {
    name: "Biết con số từ đâu ra",
    href: urls.documents,
    what: "Nhà nghiên cứu, pháp chế: văn bản được dẫn và kế hoạch dẫn văn bản đó.",
  },
];

export default function HomePage(props: PageData) {
  const { site } = props;
  const tasks = related(site).judged;
  return (
    <Layout
      {...props}
      title={strings.site.tagline}
      description={strings.site.tagline}
      path={urls.home}
      feed={feedOf(site, urls.home)}
      kind="home"
    >
      <section class="hero">
        <h1>{strings.home.title}</h1>
        <p>{strings.home.lead}</p>
        <SearchForm />
      </section>
      <section>
        <h2>{strings.home.newest}</h2>
        <PlanList site={site} plans={site.plans.slice(0, NEWEST)} />
        <p>
          <a href={urls.plans}>Tất cả {formatCount(site.plans.length)} kế hoạch</a>
        </p>
      </section>
      <section>
        <h2>{formatCount(tasks.length)} nhiệm vụ đang ở đâu</h2>
        <StatusBar counts={countStatuses(tasks)} href={urls.tasksOfStatus} />
        <p>
          <a href={urls.tasks}>Nhiệm vụ theo tình trạng và cơ quan chủ trì</a> ·{" "}
          <a href={urls.agencies}>{formatCount(agenciesInUse(site).length)} cơ quan được giao việc</a>
        </p>
      </section>
      {site.indices.size > 0 && (
        <section>
          <h2>{strings.home.indices}</h2>
          <ul class="cards">
            {[...site.indices.values()].map(index => (
              <li>
                <a href={urls.index(index.id)}>{index.short_name ?? index.name}</a>
                <p>{index.measures ?? index.name}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{strings.home.needs}</h2>
        <dl class="needs">
          {NEEDS.map(({ name, href, what }) => (
            <div>
              <dt>
                <a href={href}>{name}</a>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Layout>
  );
}
