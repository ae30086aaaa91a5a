import { byQuarter, countStatuses, type JudgedTask } from "../../../scripts/model/progress.ts";
import { STATUS_KEYS } from "../../../scripts/model/status.ts";
import { formatCount, formatDate } from "../../format.ts";
import { AgencyLink } from "../../parts/agency-name.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { PAGE_SIZE } from "../../parts/pager.tsx";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { related } from "../../related.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.tasks };

export default function TasksPage(props: PageData) {
  const { site } = props;
  const tasks = related(site).judged;
  const counts = countStatuses(tasks);
  const quarters = [...byQuarter(tasks)];
  const leading = leadCounts(tasks);
  return (
    <Layout
      {...props}
      title={strings.nav.tasks}
      description={`${formatCount(tasks.length)} nhiệm vụ theo tình trạng, cơ quan chủ trì và quý đến hạn, xét tại ngày ${formatDate(site.asOf)}.`}
      path={urls.tasks}
      kind="wide"
    >
      <h1>{formatCount(tasks.length)} nhiệm vụ</h1>
      <p class="lead">
        Xét tại ngày {formatDate(site.asOf)}. Chỉ nhiệm vụ có hạn tính được bằng ngày mới có thể quá hạn;
        nhiệm vụ hết hạn mà không ai báo cáo được ghi riêng.
      </p>
      <h2>Theo tình trạng</h2>
      <ul class="status-counts">
        {STATUS_KEYS.filter(key => counts.get(key)).map(key => (
          <li>
            <a href={urls.tasksOfStatus(key)}>
              <span class={`status ${key}`}>{strings.status[key]}</span>
            </a>{" "}
            <b>{formatCount(counts.get(key) ?? 0)}</b>
          </li>
        ))}
      </ul>
      <h2>Theo cơ quan chủ trì</h2>
      <ScrollTable label="Nhiệm vụ theo cơ quan chủ trì">
        <thead>
          <tr>
            <th scope="col">Cơ quan</th>
            {STATUS_KEYS.filter(key => counts.get(key)).map(key => (
              <th scope="col" class="right">
                {strings.status[key]}
              </th>
            ))}
            <th scope="col" class="right">
              Tất cả
            </th>
          </tr>
        </thead>
        <tbody>
          {leading.slice(0, PAGE_SIZE).map(([id, own]) => (
            <tr>
              <th scope="row">
                <a href={urls.tasksOfAgency(id)}>{site.agencies.byId.get(id)?.shortName ?? id}</a>{" "}
                <small>
                  {site.agencies.byId.get(id)?.parent && (
                    <AgencyLink site={site} id={site.agencies.byId.get(id)?.parent ?? ""} />
                  )}
                </small>
              </th>
              {STATUS_KEYS.filter(key => counts.get(key)).map(key => (
                <td class="number">{own.get(key) || ""}</td>
              ))}
              <td class="number">{formatCount([...own.values()].reduce((sum, count) => sum + count, 0))}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {leading.length > PAGE_SIZE && (
        <p>
          {formatCount(PAGE_SIZE)} cơ quan nhiều việc nhất; các cơ quan khác ở{" "}
          <a href={urls.agencies}>danh sách cơ quan</a>.
        </p>
      )}
      {quarters.length > 0 && (
        <>
          <h2>Theo quý đến hạn</h2>
          <ul class="columns">
            {quarters.map(([quarter, due]) => (
              <li>
                <a href={urls.tasksOfQuarter(quarter)}>
                  Quý {["I", "II", "III", "IV"][Number(quarter.slice(5)) - 1]}/{quarter.slice(0, 4)}
                </a>{" "}
                {formatCount(due.length)} nhiệm vụ
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

/** For each leading agency the number of tasks of each status, the busiest first. */
function leadCounts(tasks: readonly JudgedTask[]) {
  const counts = new Map<string, Map<string, number>>();
  for (const { task, status } of tasks)
    for (const id of new Set(task.assignments.flatMap(({ leads }) => leads.map(({ agency }) => agency)))) {
      if (id === undefined) continue;
      const own = counts.get(id) ?? new Map<string, number>();
      counts.set(id, own.set(status, (own.get(status) ?? 0) + 1));
    }
  const total = (own: Map<string, number>) => [...own.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1));
}
