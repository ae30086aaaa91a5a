import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import NotFoundPage from "../layouts/pages/404.11ty.tsx";
import DashboardsPage from "../layouts/pages/bang-dieu-khien/index.11ty.tsx";
import IndicesPage from "../layouts/pages/chi-so/index.11ty.tsx";
import AgenciesPage, { data as agenciesData } from "../layouts/pages/co-quan/index.11ty.tsx";
import OtherAgenciesPage, { data as othersData } from "../layouts/pages/co-quan/others.11ty.tsx";
import EnglishHome from "../layouts/pages/en/index.11ty.tsx";
import EnglishIndices from "../layouts/pages/en/indices.11ty.tsx";
import EnglishMethods from "../layouts/pages/en/methods.11ty.tsx";
import HomePage from "../layouts/pages/index.11ty.tsx";
import PlansPage, { data as plansData } from "../layouts/pages/ke-hoach/index.11ty.tsx";
import TrustPage from "../layouts/pages/minh-bach/index.11ty.tsx";
import TasksPage from "../layouts/pages/nhiem-vu/index.11ty.tsx";
import SearchPage from "../layouts/pages/tim-kiem/index.11ty.tsx";
import AbbreviationsPage from "../layouts/pages/tu-viet-tat.11ty.tsx";
import DocumentsPage from "../layouts/pages/van-ban/index.11ty.tsx";
import { Breaks } from "../layouts/parts/breaks.tsx";
import { Layout } from "../layouts/parts/layout.tsx";
import { renderHtml } from "../layouts/render.ts";
import { checkText } from "../scripts/check-text.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

const settings = readSettings({}, new Date("2024-01-01"));
const { site } = siteOf({ "agencies.csv": "id,name,kind\n" });

test.each([
  [
    "documents",
    () => <DocumentsPage site={site} settings={settings} list={{ items: [], number: 1, count: 1 }} />,
  ],
  ["abbreviations", () => <AbbreviationsPage site={site} settings={settings} />],
])("a list of %s that is empty says so and is no table without rows", (_, show) => {
  const html = renderHtml(show());
  expect(html).toMatch(/<p>Chưa có (văn bản|từ viết tắt) nào/);
  expect(html).not.toMatch(/<table|class="facts glossary"/);
});

test("changes of method stand as the years go on, not as the file of the index groups them", () => {
  const breaks = [
    "breaks:",
    "  - {between: [2017, 2018], kind: hard, why: Thêm nội dung}",
    "  - {between: [2015, 2016], kind: soft, why: Đổi nội dung}",
  ];
  const { site } = siteOf({ "indices/chi-so-mau.yaml": ["name: Chỉ số mẫu", ...breaks, ""].join("\n") });
  const [index] = site.indices.values();
  const html = renderHtml(index && <Breaks index={index} language="vi" />);
  expect(html.indexOf("2015")).toBeGreaterThan(0);
  expect(html.indexOf("2015")).toBeLessThan(html.indexOf("2017"));
});

test("an entry of the menu is the page itself, or has it in its part of the site", () => {
  const page = { site, settings, title: "A", description: "B", children: "C" };
  const current = (path: string) => {
    const html = renderHtml(<Layout {...page} path={path} />);
    return [...html.matchAll(/<a href="([^"]*)" aria-current="([^"]*)"/g)].map(([, ...found]) => found);
  };
  expect(current("/ke-hoach/")).toEqual([["/ke-hoach/", "page"]]);
  expect(current("/ke-hoach/mot/")).toEqual([["/ke-hoach/", "true"]]);
  expect(current("/du-lieu/")).toEqual([]);
});

test.each([
  ["in Vietnamese", TrustPage, "Đơn vị quản lý trang này chưa"],
  ["in English", EnglishHome, "has not given a contact"],
])("whom to tell of an error is one tap away %s, and is not made up", (_, Page, unknown) => {
  const said = (contact: string) =>
    renderHtml(<Page site={siteOf({ "contact.yaml": contact }).site} settings={settings} />);
  const known = said("agency: ubnd-vi-du\nphone: 0235 3810 000\nemail: cchc@vi-du.example\n");
  for (const href of ["/co-quan/ubnd-vi-du/", "tel:02353810000", "mailto:cchc@vi-du.example"])
    expect(known).toContain(`<a href="${href}"`);
  expect(known).not.toContain(unknown);
  // The page of an agency tells no address.
  expect(said("agency: ubnd-vi-du\n")).toContain(unknown);
});

test("a page has one search", () => {
  const html = renderHtml(<NotFoundPage site={site} settings={settings} />);
  expect(html.match(/<search>/g)).toHaveLength(1);
});

describe("a site without content", () => {
  const props = { site, settings };
  const [plans] = plansData.pagination.before(undefined, props);
  const [agencies] = agenciesData.pagination.before(undefined, props);
  const [others] = othersData.pagination.before(undefined, props);
  if (!plans || !agencies || !others) throw new Error("no pages");

  test.each([
    ["plans", () => <PlansPage {...props} selection={plans} />, "Chưa có kế hoạch nào"],
    ["tasks", () => <TasksPage {...props} />, "Không có nhiệm vụ nào"],
    ["agencies", () => <AgenciesPage {...props} list={agencies} />, "chưa có cơ quan nào"],
    ["other agencies", () => <OtherAgenciesPage {...props} list={others} />, "Mọi cơ quan trong dữ liệu"],
    ["dashboards", () => <DashboardsPage {...props} />, "Chưa có bảng điều khiển nào"],
    ["indices", () => <IndicesPage {...props} />, "Chưa có số liệu của chỉ số nào"],
    ["indices in English", () => <EnglishIndices {...props} />, "There are no results of any index yet"],
    ["the English home", () => <EnglishHome {...props} />, "holds 0 such plans"],
    ["the search", () => <SearchPage {...props} />, "Tất cả cơ quan"],
  ])("says on the page of %s that there is nothing, without empty lists and tables", (_, show, words) => {
    const html = renderHtml(show());
    expect(html).toContain(words);
    const main = parseHTML(html).document.querySelector("main");
    // The list of what is found stands there before anything is.
    const lists = [...(main?.querySelectorAll("ul, ol, tbody, nav, section, select") ?? [])];
    const empty = lists.filter(list => list.textContent === "" && !list.hasAttribute("data-results"));
    expect(empty.map(list => list.outerHTML)).toEqual([]);
  });
});

describe("a site of an agency that is none of the shipped ones", () => {
  const { site } = siteOf({ "contact.yaml": "site_name: Cải cách hành chính Ví Dụ\n" });
  const props = { site, settings };

  test.each([
    ["home", () => <HomePage {...props} />],
    ["English home", () => <EnglishHome {...props} />],
    ["English methods", () => <EnglishMethods {...props} />],
    [
      "plans",
      () => <PlansPage {...props} selection={plansData.pagination.before(undefined, props)[0] as never} />,
    ],
  ])("bears its name on the page %s, and names no index or province that it does not have", (_, show) => {
    const { document } = parseHTML(renderHtml(show()));
    expect(document.querySelector(".brand")?.textContent).toBe("Cải cách hành chính Ví Dụ");
    expect(document.title).toContain("Cải cách hành chính Ví Dụ");
    expect(document.toString()).not.toMatch(/Minh Bạch|Quảng Nam|Đà Nẵng|PAR INDEX|SIPAS|PAPI/);
  });
});

test("the home names the indices that its plans are to raise, each once", () => {
  const raise = (...indices: string[]) => plan("", `indices: [${indices.join(", ")}]\n`);
  const { site } = siteOf({
    "plans/vi-du/mot.md": raise("sipas", "papi"),
    "plans/vi-du/hai.md": raise("sipas"),
  });
  const html = renderHtml(<HomePage site={site} settings={settings} />);
  expect(html).toContain("Kế hoạch nâng cao SIPAS và PAPI của các cơ quan.");
});

test.each(["gioi-thieu", "phuong-phap", "tro-nang"])(
  "the page %s stands without the shipped plans and data",
  slug => {
    const name = `pages/${slug}.md`;
    const { site, problems } = siteOf({ [name]: readFileSync(`content/${name}`, "utf8") });
    expect([...problems, ...checkText(site)]).toEqual([]);
  },
);
