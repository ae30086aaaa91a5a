import { parseHTML } from "linkedom";
import { expect, describe as group, test } from "vitest";
import { englishChartStrings } from "../layouts/chart-strings-en.ts";
import { indexName } from "../layouts/index-name.ts";
import IndexPage from "../layouts/pages/chi-so/index-page.11ty.tsx";
import PlansPage, { data as plansData } from "../layouts/pages/ke-hoach/index.11ty.tsx";
import { AgencyResults } from "../layouts/parts/agency-results.tsx";
import { Editions } from "../layouts/parts/editions.tsx";
import { ProseWithCharts } from "../layouts/parts/prose-with-charts.tsx";
import { ResultTable } from "../layouts/parts/result-table.tsx";
import { Sheets } from "../layouts/parts/sheet.tsx";
import { PlanTargets } from "../layouts/parts/targets.tsx";
import { YearNav } from "../layouts/parts/year-nav.tsx";
import { YearsList } from "../layouts/parts/years-list.tsx";
import { renderHtml } from "../layouts/render.ts";
import { targetSentence } from "../layouts/target-words.ts";
import { urls } from "../layouts/urls.ts";
import { chartData } from "../scripts/model/chart-data.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import { judgeTasks } from "../scripts/model/progress.ts";
import { readSettings } from "../scripts/settings.ts";
import { describeChart } from "./support/describe-chart.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site, problems } = siteOf({
  "indices/par-index.yaml": `name: Chỉ số ví dụ
short_name: PAR INDEX
unit: điểm
editions:
  - id: "2022"
    from: 2022
    domains:
      - {key: the-che, name: Thể chế, maximum: 10}
`,
  "results/par-index.csv": `year;agency;component;value;rank;rank_of;source
2023;ubnd-vi-du;;88,25;12;63;Ví dụ
2023;ubnd-vi-du;the-che;7,1;;;Ví dụ
2022;ubnd-mau;the-che;7;;;Ví dụ
2023;ubnd-mau;the-che;7,5;;;Ví dụ
`,
  "dashboards/bang.md": "---\ntitle: Bảng\n---\n```chart\ntype: regions\nindex: par-index\n```\n",
  "plans/vi-du/ke-hoach.md": plan(
    "",
    `targets:
  - {index: par-index, measure: value, component: the-che, at_least: "7,5", year: 2023}
  - {index: sipas, measure: value, at_least: 90, year: 2023}
  - {index: par-index, measure: rank, at_most: 1, year: 2023}
  - {index: par-index, measure: rank, below: 25, year: 2023}
  - {index: par-index, measure: band, at_least: B, year: 2023}
`,
  ),
});

const settings = readSettings({}, new Date("2024-01-01"));

function results(agency = "ubnd-vi-du"): string {
  return renderHtml(<AgencyResults site={site} settings={settings} agency={agency} />).replace(
    /<[^>]*>/g,
    "",
  );
}

test("a target about a domain names the domain on the agency's page, and an index without description its name", () => {
  expect(problems).toEqual([]);
  expect(results()).toContain("PAR INDEX, Thể chế, mục tiêu năm 2023 ≥\u00a07,5: không đạt. Kết quả: 7,1.");
  expect(results()).toContain("SIPAS, mục tiêu năm 2023 ≥\u00a090: chưa có kết quả.");
});

test("on an agency's page a target and what came of it have their unit", () => {
  const { site } = siteOf({
    "indices/sipas.yaml": 'name: SIPAS\nunit: "%"\n',
    "results/sipas.csv": "year,agency,value\n2022,ubnd-vi-du,82\n2023,ubnd-vi-du,84.5\n",
    "plans/a/b.md": plan(
      "",
      `targets:
  - {index: sipas, measure: value, at_least: 85, year: 2023}
  - {index: sipas, measure: change, at_least: 2, year: 2023, base_year: 2022}
`,
    ),
  });
  const page = renderHtml(<AgencyResults site={site} settings={settings} agency="ubnd-vi-du" />).replace(
    /<[^>]*>/g,
    "",
  );
  expect(page).toContain("mục tiêu năm 2023 ≥\u00a085%: không đạt. Kết quả: 84,5%.");
  expect(page).toContain(
    "mục tiêu năm 2023 thay đổi ≥\u00a02 điểm phần trăm: đạt. Kết quả: +2,5 điểm phần trăm.",
  );
});

test("an agency's page shows its domains, in the one year that they are known of", () => {
  expect(results()).toContain("PAR INDEX theo lĩnh vực, Ủy ban nhân dân tỉnh Ví Dụ: 2023");
  expect(results()).toContain("PAR INDEX, Ủy ban nhân dân tỉnh Ví Dụ, 2023 (điểm): Thể chế 7,1.");
  expect(results()).toContain("Thể chế 2023: 7,1 điểm");
});

test("of one domain in two years the change is told once", () => {
  expect(results("ubnd-mau")).toContain("So với 2022: Thể chế tăng 0,5 điểm.");
});

test("to be the first of all is said as that", () => {
  const target = site.plans[0]?.targets[2];
  expect(target && targetSentence(site, target)).toBe("PAR INDEX năm 2023: đứng đầu (hạng 1)");
});

test("a promised value has the unit of its index, a promised change that of a difference", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: PAR INDEX\nunit: điểm\n",
    "indices/sipas.yaml": 'name: SIPAS\nunit: "%"\n',
    "plans/a/b.md": plan(
      "",
      `targets:
  - {index: par-index, measure: value, above: "88,5", year: 2023}
  - {index: sipas, measure: value, at_least: 85, year: 2023}
  - {index: sipas, measure: change, at_least: 2, year: 2023, base_year: 2022}
`,
    ),
  });
  expect(site.plans[0]?.targets.map(target => targetSentence(site, target))).toEqual([
    "PAR INDEX năm 2023: đạt trên 88,5 điểm",
    "SIPAS năm 2023: đạt từ 85% trở lên",
    "SIPAS năm 2023: tăng từ 2 điểm phần trăm trở lên so với năm 2022",
  ]);
});

test("a place below a limit is said by the places that keep it: a lower number is a better place", () => {
  const target = site.plans[0]?.targets[3];
  expect(target && targetSentence(site, target)).toBe(
    "PAR INDEX năm 2023: trong nhóm 24 đơn vị đứng đầu (hạng từ 1 đến 24)",
  );
});

test("a result of which the source does not say what a target is about is no missing result", () => {
  const page = site.plans.map(own => renderHtml(<PlanTargets site={site} plan={own} />)).join("");
  expect(page.replace(/<[^>]*>/g, "")).toContain(": nguồn không nêu nhóm năm 2023.");
});

test("a result in per cent stands by a target as it does elsewhere, its sign at its number", () => {
  const { site } = siteOf({
    "indices/sipas.yaml": 'name: Chỉ số hài lòng\nunit: "%"\n',
    "results/sipas.csv": 'year,agency,value\n2021,ubnd-vi-du,"84,24"\n2022,ubnd-vi-du,"85,5"\n',
    "plans/a/b.md": plan(
      "",
      "targets:\n  - {index: sipas, measure: change, base_year: 2021, above: 0, year: 2022}\n",
    ),
  });
  const page = site.plans.map(own => renderHtml(<PlanTargets site={site} plan={own} />)).join("");
  expect(page.replace(/<[^>]*>/g, "")).toContain(
    " đạt: 2021: 84,24%; 2022: 85,5%; thay đổi +1,26 điểm phần trăm.",
  );
});

test("results in a unit of their own say it, by a target and above a column of them", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số mẫu\nunit: điểm\n",
    "results/par-index.csv": "year,agency,value,unit\n2022,ubnd-vi-du,81.5,%\n2022,ubnd-mau,80,%\n",
    "plans/a/b.md": plan("", "targets:\n  - {index: par-index, measure: value, at_least: 80, year: 2022}\n"),
  });
  const page = site.plans.map(own => renderHtml(<PlanTargets site={site} plan={own} />)).join("");
  expect(page.replace(/<[^>]*>/g, "")).toContain("đạt từ 80% trở lên. đạt: 2022: 81,5%.");
  const [table] = indexTables(site).values();
  if (!table) throw new Error("no table");
  const cells = table.byYear.get("")?.get(2022) ?? [];
  const results = <ResultTable site={site} table={table} cells={cells} caption="Chỉ số mẫu" language="vi" />;
  expect(renderHtml(results)).toContain(">Giá trị (%)</th>");
});

test("a target without result says so once", () => {
  const page = site.plans.map(own => renderHtml(<PlanTargets site={site} plan={own} />)).join("");
  expect(page.replace(/<[^>]*>/g, "")).toContain("SIPAS năm 2023: đạt từ 90 trở lên. chưa có kết quả.");
});

test("a chart for which there is no figure at all says so in its place", () => {
  const [dashboard] = site.dashboards;
  const page = { site, settings, path: dashboard?.path ?? "", page: urls.dashboard("bang") };
  expect(dashboard && renderHtml(<ProseWithCharts prose={dashboard.prose} {...page} />)).toContain(
    "Chưa có số liệu để vẽ biểu đồ này.",
  );
});

test("an index without a short name goes by its name; the three that everybody knows, by theirs", () => {
  const { site } = siteOf({
    "indices/hai-long.yaml": "name: Chỉ số hài lòng của tỉnh\n",
    "indices/papi.yaml": "name: Chỉ số hiệu quả quản trị\n",
  });
  expect(["hai-long", "papi", "par-index"].map(id => indexName(site, id))).toEqual([
    "Chỉ số hài lòng của tỉnh",
    "PAPI",
    "PAR INDEX",
  ]);
});

group("a rank of which nobody says out of how many", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Chỉ số ví dụ\nshort_name: PAR INDEX\nunit: điểm\n",
    "results/par-index.csv": "year,agency,value,rank\n2021,ubnd-vi-du,80,5\n2022,ubnd-vi-du,,3\n",
  });
  const data = chartData(indexTables(site), {
    type: "rank",
    index: "par-index",
    agencies: ["ubnd-vi-du"],
    years: [],
    highlight: [],
  });

  test("is shown with that, on an agency's page and in a chart's sentence", () => {
    const page = renderHtml(<AgencyResults site={site} settings={settings} agency="ubnd-vi-du" />);
    expect(page.replace(/<[^>]*>/g, "")).toContain("PAR INDEX 2022: hạng 3/chưa rõ");
    expect(data && describeChart(data)).toContain("hạng 3/chưa rõ năm 2022");
    expect(data && describeChart(data, englishChartStrings)).toContain("rank 3/unknown");
  });

  test("is not said to have risen", () => {
    expect(data && describeChart(data)).not.toMatch(/ bậc/);
  });
});

test("an index of one year has no ways to other years, and one without results says so", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: Một năm\n",
    "indices/papi.yaml": "name: Không năm\n",
    "results/par-index.csv": "year,agency,value\n2022,ubnd-vi-du,81\n",
  });
  const [one, none] = ["par-index", "papi"].map(id => indexTables(site).get(id));
  expect(one && renderHtml(<YearNav table={one} year={2022} language="vi" />)).toBe("");
  expect(renderHtml(<YearsList table={none} language="vi" />)).toBe("<p>Chưa có kết quả.</p>");
  const index = site.indices.get("papi");
  expect(index && renderHtml(<IndexPage site={site} settings={settings} index={index} />)).not.toContain(
    "Mọi đơn vị, mọi năm",
  );
});

test("a note of an edition ends with one full stop, and each table of domains has a name of its own", () => {
  const domains = "domains: [{key: mot, name: Một, maximum: 5}, {key: hai, name: Hai, maximum: 7}]";
  const { site, problems } = siteOf({
    "indices/par-index.yaml": `name: A\neditions:\n  - {from: 2020, to: 2021, note: Đã đổi., ${domains}}\n  - {from: 2022, note: Lại đổi, ${domains}}\n  - {from: 2030}\n`,
  });
  expect(problems).toEqual([]);
  const [index] = site.indices.values();
  const html = index ? renderHtml(<Editions site={site} index={index} language="vi" />) : "";
  expect(html).toContain("<p>Đã đổi.</p>");
  expect(html).toContain("<p>Lại đổi.</p>");
  expect(html).not.toContain("<p></p>");
  expect([...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    "Lĩnh vực: Giai đoạn 2020–2021",
    "Lĩnh vực: Từ năm 2022",
  ]);
});

test("an agency of which only targets are known, or one rank, has no empty list and no empty sentence", () => {
  const { site } = siteOf({
    "indices/par-index.yaml": "name: A\n",
    "results/par-index.csv": "year,agency,rank,rank_of\n2021,ubnd-mau,2,63\n2022,ubnd-mau,2,63\n",
    "plans/a/b.md": plan("Lời.", "targets:\n  - {index: par-index, measure: rank, at_most: 1, year: 2023}\n"),
  });
  for (const agency of ["ubnd-vi-du", "ubnd-mau"]) {
    const html = renderHtml(<AgencyResults site={site} settings={settings} agency={agency} />);
    expect(html).not.toBe("");
    expect(html).not.toMatch(/<(p|ul)( [^>]*)?><\//);
  }
});

test("a list of the plans of a year counts the plans of that year", () => {
  const { site } = siteOf({
    "plans/a/mot.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n"),
    "plans/a/hai.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n").replace(
      "year: 2023",
      "years: [2023, 2024]",
    ),
  });
  const lists = plansData.pagination.before(undefined, { site, settings });
  const counts = lists.map(list => {
    const html = renderHtml(<PlansPage site={site} settings={settings} selection={list} />);
    return [list.path, /content="[^"]*: (\d+) kế hoạch/.exec(html)?.[1]];
  });
  expect(counts).toEqual([
    ["/ke-hoach/", "2"],
    ["/ke-hoach/nam/2024/", "1"],
    ["/ke-hoach/nam/2023/", "2"],
  ]);
});

test("a sheet says to which day a report moved a deadline, and no day twice", () => {
  const { site, problems } = siteOf({
    "plans/a/mot.md": plan(
      "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: 15/12/2023\n\n## A.2 Việc\n- Thời hạn: Quý I/2023\n",
    ),
    "updates/a/mot/2023-09-30.md":
      "---\nplan: mot\nas_of: 2023-09-30\n---\n## A.1\n- Trạng thái: Đang thực hiện\n- Thời hạn mới: Quý I/2024\n\nVì thiếu người.\n",
  });
  expect(problems).toEqual([]);
  const sheets = { issuer: "A", subject: "B", by: "plan", fullList: "/" } as const;
  const html = renderHtml(<Sheets site={site} tasks={judgeTasks(site)} {...sheets} />);
  const cells = parseHTML(`<body>${html}</body>`).document.querySelectorAll("[data-label='Thời hạn']");
  expect([...cells].map(({ textContent }) => textContent)).toEqual([
    "Quý I/2023 31/03/2023",
    "15/12/2023 theo báo cáo: Quý I/2024 31/03/2024",
  ]);
});
