import { parseHTML } from "linkedom";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import UpdatesPage from "../layouts/pages/cap-nhat/index.11ty.tsx";
import AgencyPage, { data as agencies } from "../layouts/pages/co-quan/agency.11ty.tsx";
import AgenciesPage, { data } from "../layouts/pages/co-quan/index.11ty.tsx";
import PortalAgenciesPage from "../layouts/pages/lien-thong/co-quan.11ty.tsx";
import PortalPlansPage from "../layouts/pages/lien-thong/ke-hoach.11ty.tsx";
import TaskListPage, { data as tasks } from "../layouts/pages/nhiem-vu/list.11ty.tsx";
import AbbreviationsPage from "../layouts/pages/tu-viet-tat.11ty.tsx";
import DocumentsPage from "../layouts/pages/van-ban/index.11ty.tsx";
import { Pager } from "../layouts/parts/pager.tsx";
import type { PortalData } from "../layouts/parts/peer.tsx";
import { PlanList } from "../layouts/parts/plan-list.tsx";
import { listPage, statusSlug } from "../layouts/urls.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import { readSettings } from "../scripts/settings.ts";
import { generateCorpus } from "./support/generate.ts";
import { plan, siteOf, source } from "./support/sources.ts";

const render = (node: VNode) => parseHTML(`<body>${renderToString(node)}</body>`).document;

describe("a long list", () => {
  const links = (number: number, count: number) => {
    const node = Pager({ base: "/a/", page: { number, count } });
    return node ? [...render(node).querySelectorAll("li")].map(({ textContent }) => textContent) : [];
  };
  test.each([
    [1, 1, []],
    [1, 3, ["1", "2", "3"]],
    [1, 900, ["1", "2", "3", "4", "…", "900"]],
    [450, 900, ["1", "…", "447", "448", "449", "450", "451", "452", "453", "…", "900"]],
    [900, 900, ["1", "…", "897", "898", "899", "900"]],
  ])("page %i of %i links to %j", (number, count, expected) =>
    expect(links(number, count)).toEqual(expected),
  );
});

test.each<[string, (props: PortalData & { list: { items: []; number: 2; count: 2 } }) => VNode]>([
  ["agencies", AgenciesPage],
  ["documents", DocumentsPage],
  ["reports", UpdatesPage],
  ["plans of other sites", PortalPlansPage],
  ["agencies of other sites", PortalAgenciesPage],
])("the second page of a list of %s has a title and an address of its own", (_, page) => {
  const { site } = siteOf({ "agencies.csv": "id,name,kind\n" });
  const settings = readSettings({ SITE_URL: "https://vi-du.example" }, new Date());
  const portal = { reports: [], plans: [], agencies: [] };
  const head = render(page({ site, settings, portal, list: { items: [], number: 2, count: 2 } }));
  expect(head.querySelector("title")?.textContent).toContain(", trang 2 – ");
  expect(head.querySelector("link[rel=canonical]")?.getAttribute("href")).toMatch(/\/trang\/2\/$/);
});

test("an abbreviation stands once, with each of its meanings and the other ways to write it", () => {
  const { site, problems } = siteOf({
    "abbreviations.csv":
      "abbr,expansion,kind,variants,ambiguous\nTT,Thông tư,loại văn bản,,yes\nTT,thông tin,khái niệm,,yes\nPTTH,Phát thanh và Truyền hình,đơn vị,PT-TH|Đài PTTH,\n",
  });
  expect(problems).toEqual([]);
  const page = render(AbbreviationsPage({ site, settings: readSettings({}, new Date()) }));
  const lines = [...page.querySelectorAll(".glossary > *")].map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "PTTH",
    "Phát thanh và Truyền hình đơn vị · cũng viết PT-TH, Đài PTTH",
    "TT",
    "Thông tư loại văn bản",
    "thông tin khái niệm",
  ]);
});

test.each([
  ["agency", ["BreadcrumbList", "GovernmentOrganization"]],
  ["press", ["BreadcrumbList", "NewsMediaOrganization"]],
  ["company", ["BreadcrumbList", "Organization"]],
  ["group", ["BreadcrumbList"]],
  ["office", ["BreadcrumbList"]],
])(
  "what is told to machines of a page's %s is what it is, and nothing of what is no organization",
  (kind, types) => {
    const { site } = siteOf({
      "agencies.csv": `id,name,short_name,kind\na,Sở A tỉnh B,Sở A,${kind}\nb,Sở B,,agency\n`,
    });
    const settings = readSettings({}, new Date());
    const [part] = agencies.pagination.before(undefined, { site, settings });
    const page = part && render(AgencyPage({ part, site, settings }));
    const told = [...(page?.querySelectorAll('script[type="application/ld+json"]') ?? [])].map(script =>
      JSON.parse(script.innerHTML),
    );
    expect(told.map(one => one["@type"]).sort()).toEqual(types);
  },
);

describe("a thousand tasks of three agencies", () => {
  const { content, data: tables } = generateCorpus({ plans: 20, tasks: 50, agencies: 3, reports: 2 });
  const files = (texts: ReadonlyMap<string, string>) => [...texts].map(([name, text]) => source(name, text));
  const { site } = parseSite({ content: files(content), data: files(tables) }, "2023-08-31");
  const settings = readSettings({}, new Date());
  const selections = tasks.pagination.before(undefined, { site, settings });
  const ofKind = (kind: RegExp) => selections.filter(({ path }) => kind.test(path));

  test("stand on pages of at most 200, each in the list of its status and of its lead", () => {
    for (const { items } of selections) expect(items.length).toBeLessThanOrEqual(200);
    for (const kind of [/tinh-trang/, /co-quan/]) {
      const named = ofKind(kind).flatMap(({ items }) =>
        items.map(({ plan, task }) => `${plan.slug}#${task.id}`),
      );
      expect(new Set(named).size).toBe(1000);
      expect(named).toHaveLength(1000);
    }
  });

  test("an agency's numbers lead to the page on which their tasks begin", () => {
    for (const first of ofKind(/co-quan/).filter(({ number }) => number === 1)) {
      const page = render(TaskListPage({ selection: first, site, settings }));
      const links = [...page.querySelectorAll(".lead-summary a")].slice(1);
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        const [path = "", anchor = ""] = (link.getAttribute("href") ?? "").split("#");
        const pages = ofKind(/co-quan/).filter(({ path: own }) => own === first.path);
        const holding = pages.filter(({ items }) =>
          items.some(({ status }) => statusSlug(status) === anchor),
        );
        expect(path).toBe(listPage(first.path, holding[0]?.number ?? 0));
        const [start] = holding;
        if (!start) throw new Error(`nothing under ${anchor}`);
        expect(
          render(TaskListPage({ selection: start, site, settings })).getElementById(anchor),
        ).not.toBeNull();
      }
    }
  });
});

describe("tasks without end", () => {
  const count = 5_300;
  const text = Array.from(
    { length: count },
    (_, i) => `## A.${i + 1} Việc\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Trong năm\n`,
  );
  const { site } = siteOf({ "plans/a/dai.md": plan(text.join("")) });
  const settings = readSettings({}, new Date());
  const selections = tasks.pagination.before(undefined, { site, settings });
  const listsOf = (kind: RegExp) =>
    selections.filter(({ path, total }) => kind.test(path) && total === count);
  const listed = (kind: RegExp) => listsOf(kind).reduce((sum, { items }) => sum + items.length, 0);
  const pageOf = (kind: RegExp) => {
    const [selection] = listsOf(kind);
    if (!selection) throw new Error(`no list ${kind}`);
    return render(TaskListPage({ selection, site, settings }));
  };

  test.each([/tinh-trang/, /quy\//])(
    "end in the list %s after 25 pages, which counts all and says where they are",
    kind => {
      expect(listed(kind)).toBe(5_000);
      const page = pageOf(kind);
      expect(page.querySelector("h1")?.textContent).toContain("5.300\u00a0nhiệm vụ");
      const end = page.querySelector("p.lead");
      expect(end?.textContent).toContain(
        "dừng ở 5.000 nhiệm vụ đầu trong tổng số 5.300, theo thứ tự kế hoạch.",
      );
      const links = [...(end?.querySelectorAll("a") ?? [])].map(link => link.getAttribute("href"));
      expect(links).toEqual([
        "/ke-hoach/",
        "/co-quan/",
        "/nhiem-vu/khong-neu-chu-tri/",
        "/nhiem-vu/",
        "/du-lieu/",
      ]);
    },
  );
  test("are all in the list of their lead", () => {
    expect(listed(/co-quan/)).toBe(count);
    expect(pageOf(/co-quan/).querySelector("p.lead")).toBeNull();
  });
  test("are on their lead's own page the first 200, with the way to all", () => {
    const lead = "so-noi-vu-vi-du";
    const parts = agencies.pagination
      .before(undefined, { site, settings })
      .filter(part => part.agency.id === lead);
    expect(parts).toHaveLength(1);
    const [part] = parts;
    if (!part) throw new Error("no page of the lead");
    const page = render(AgencyPage({ part, site, settings }));
    expect(page.querySelectorAll("main .table tbody tr")).toHaveLength(200);
    expect(page.querySelector("main")?.textContent).toContain("Chủ trì: 5.300\u00a0nhiệm vụ");
    const [more] = [...page.querySelectorAll("p")].filter(({ textContent }) =>
      /200 nhiệm vụ đầu/.test(textContent),
    );
    expect(more?.querySelector("a")?.getAttribute("href")).toBe(`/nhiem-vu/co-quan/${lead}/`);
  });
});

test("a thousand agencies below one stand on pages of their own, each once, under the one above", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `Sở thứ ${i}`);
  const { site, problems } = siteOf({
    "agencies.csv": `id,name,kind,level,parent\ntinh,Tỉnh Ví Dụ,body,province,\n${names
      .map((name, i) => `so-${i},${name},agency,province,tinh`)
      .join("\n")}\n`,
    "plans/a/ke-hoach.md": plan(`## A.1 Việc\n- Chủ trì: ${names.join("; ")}\n`, "", "tinh"),
  });
  expect(problems).toEqual([]);
  const settings = readSettings({}, new Date());
  const lists = data.pagination.before(undefined, { site, settings });
  expect(lists).toHaveLength(4);
  const pages = lists.map(list => render(AgenciesPage({ list, site, settings })));
  const named = pages.map(page => [...page.querySelectorAll("main .tree a")].map(link => link.textContent));
  for (const [first] of named) expect(first).toBe("Tỉnh Ví Dụ");
  expect(
    named
      .flat()
      .filter(name => name !== "Tỉnh Ví Dụ")
      .toSorted(),
  ).toEqual(names.toSorted());
});

test("what an agency issued and what stands below it is divided among its pages, each once", () => {
  const numbers = Array.from({ length: 250 }, (_, i) => i);
  const plans = numbers.map(i => [`plans/a/ke-hoach-${i}.md`, plan("Lời.", "", "tinh")] as const);
  const { site, problems } = siteOf({
    "agencies.csv": `id,name,kind,level,parent\ntinh,Tỉnh Ví Dụ,body,province,\n${numbers
      .map(i => `xa-${i},Xã thứ ${i},body,commune,tinh\n`)
      .join("")}`,
    ...Object.fromEntries(plans),
  });
  expect(problems).toEqual([]);
  const settings = readSettings({}, new Date());
  const parts = agencies.pagination
    .before(undefined, { site, settings })
    .filter(({ agency }) => agency.id === "tinh");
  const pages = parts.map(part => render(AgencyPage({ part, site, settings })));
  const linked = (links: string) =>
    pages.map(page => [...page.querySelectorAll(links)].map(link => link.getAttribute("href")));
  expect(linked(".plans .title").map(({ length }) => length)).toEqual([200, 50]);
  expect(new Set(linked(".plans .title").flat()).size).toBe(250);
  expect(linked(".columns a").map(({ length }) => length)).toEqual([200, 50]);
  expect(new Set(linked(".columns a").flat()).size).toBe(250);
  for (const page of pages)
    expect([...page.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
      "Ban hành: 250\u00a0kế hoạch",
      "Trực thuộc: 250\u00a0cơ quan, đơn vị",
    ]);
});

test("a plan of no index leaves no empty place in a list", () => {
  const { site } = siteOf({ "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n") });
  const lines = render(PlanList({ site, plans: site.plans })).querySelectorAll("p");
  expect([...lines].map(line => line.textContent)).toEqual([
    "Ủy ban nhân dân tỉnh Ví Dụ · năm 2023",
    "chưa có số · 1\u00a0nhiệm vụ",
  ]);
});

test("on the page of an agency its plans do not repeat whose they are", () => {
  const { site } = siteOf({ "plans/a/b.md": plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n") });
  const list = render(PlanList({ site, plans: site.plans, withAgency: false }));
  expect(list.querySelector("p")?.textContent).toBe("năm 2023");
});

test.each([
  ["2023", undefined, "năm 2023"],
  ["2023", 2023, ""],
  ["2022, 2023", 2023, "giai đoạn 2022–2023"],
])("a plan for %s below the heading of %s says of its years %j", (years, underYear, said) => {
  const text = plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n").replace(/^year: .*$/m, `years: [${years}]`);
  const { site } = siteOf({ "plans/a/b.md": text.replace("[2023]", "[2023, 2023]") });
  const list = render(PlanList({ site, plans: site.plans, ...(underYear !== undefined && { underYear }) }));
  expect(list.querySelector("p")?.textContent).toBe(
    ["Ủy ban nhân dân tỉnh Ví Dụ", said].filter(Boolean).join(" · "),
  );
});
