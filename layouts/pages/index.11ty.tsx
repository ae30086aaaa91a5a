import { countStatuses } from "../../scripts/model/progress.ts";
import { formatCount } from "../format.ts";
import { Layout, type PageData, SearchForm } from "../parts/layout.tsx";
import { PlanList } from "../parts/plan-list.tsx";
import { StatusBar } from "../parts/status.tsx";
import { agenciesInUse, related } from "../related.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

export const data = { permalink: urls.home };

const NEWEST = 8;

export default function HomePage(props: PageData) {
  const { site } = props;
  const tasks = related(site).judged;
  return (
    <Layout
      {...props}
      title={strings.site.tagline}
      description={strings.site.tagline}
      path={urls.home}
      kind="home"
    >
      <section class="hero">
        <h1>Ai làm gì, khi nào xong, kết quả ra sao</h1>
        <p>
          Kế hoạch nâng cao PAR INDEX, SIPAS và PAPI của các cơ quan, cùng kết quả các chỉ số qua từng năm.
          Mỗi con số có nguồn; điều chưa biết được ghi là chưa rõ.
        </p>
        <SearchForm />
      </section>
      <section>
        <h2>Kế hoạch mới nhất</h2>
        <PlanList site={site} plans={site.plans.slice(0, NEWEST)} />
        <p>
          <a href={urls.plans}>Tất cả {formatCount(site.plans.length)} kế hoạch</a>
        </p>
      </section>
      <section>
        <h2>{formatCount(tasks.length)} nhiệm vụ đang ở đâu</h2>
        <StatusBar counts={countStatuses(tasks)} />
        <p>
          <a href={urls.tasks}>Nhiệm vụ theo tình trạng và cơ quan chủ trì</a> ·{" "}
          <a href={urls.agencies}>{formatCount(agenciesInUse(site).length)} cơ quan được giao việc</a>
        </p>
      </section>
      {site.indices.size > 0 && (
        <section>
          <h2>Ba chỉ số</h2>
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
    </Layout>
  );
}
