import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import DashboardsPage from "../layouts/pages/bang-dieu-khien/index.11ty.tsx";
import IndicesPage from "../layouts/pages/chi-so/index.11ty.tsx";
import HomePage from "../layouts/pages/index.11ty.tsx";
import { renderHtml } from "../layouts/render.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

const settings = readSettings({}, new Date("2024-01-01"));
const RESULTS = [
  "year,agency,value,rank,rank_of,unit,basis,source",
  "2021,ubnd-vi-du,80,3,5,điểm,printed,Báo cáo",
  "2022,ubnd-vi-du,84.5,2,5,điểm,printed,Báo cáo",
  "",
].join("\n");
const DASHBOARD = `---
title: Vì sao tăng hạng
---
\`\`\`chart
type: rank
index: hai-long
agencies: [ubnd-vi-du]
title: Thứ hạng
\`\`\`
`;
const { site, problems } = siteOf({
  "dashboards/vi-sao.md": DASHBOARD,
  "plans/vi-du/ke-hoach.md": plan("Lời mở.\n", "indices: [hai-long]\n"),
  "indices/cai-cach.yaml": "name: Chỉ số cải cách\n",
  "indices/hai-long.yaml": "name: Chỉ số hài lòng\n",
  "results/hai-long.csv": RESULTS,
});

test.each([
  ["home", HomePage],
  ["the page of indices", IndicesPage],
])("%s tells how those whose plans the site has stand by an index, and leads to that figure", (_, Page) => {
  expect(problems).toEqual([]);
  const { document } = parseHTML(renderHtml(<Page site={site} settings={settings} />));
  const [brief, ...more] = document.querySelectorAll(".brief");
  expect(brief?.querySelector("p")?.textContent).toBe(
    "Ủy ban nhân dân tỉnh Ví Dụ: 84,5 điểm năm 2022, hạng 2/5, tăng 4,5 điểm so với năm 2021.",
  );
  const link = brief?.querySelector("a");
  expect(link?.getAttribute("href")).toBe("/chi-so/hai-long/#hai-long-xu-huong");
  expect(link?.querySelector("[role=img]")?.getAttribute("aria-label")).toBe(
    "Chỉ số hài lòng: Ủy ban nhân dân tỉnh Ví Dụ qua các năm",
  );
  // The other index has no results: nothing is drawn of it.
  expect(more).toEqual([]);
});

test("home shows the indices that its plans are to raise before the others", () => {
  const { document } = parseHTML(renderHtml(<HomePage site={site} settings={settings} />));
  expect([...document.querySelectorAll(".cards > li > a")].map(link => link.textContent)).toEqual([
    "Chỉ số hài lòng",
    "Chỉ số cải cách",
  ]);
});

test("a dashboard is listed with its first figure, and home leads to it by its title", () => {
  const { document } = parseHTML(renderHtml(<DashboardsPage site={site} settings={settings} />));
  const brief = document.querySelector(".brief");
  expect(brief?.querySelector("p")?.textContent).toContain("hạng 2/5 năm 2022");
  expect(brief?.querySelector("a")?.getAttribute("href")).toBe("/bang-dieu-khien/vi-sao/#vi-sao-1");
  expect(renderHtml(<HomePage site={site} settings={settings} />)).toContain(
    '<a href="/bang-dieu-khien/vi-sao/">Vì sao tăng hạng</a>',
  );
});
