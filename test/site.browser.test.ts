import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listSite } from "../scripts/release/files.ts";
import { accessibilityFaults, type OpenSite, openShippedSite } from "./support/visit.ts";

const site = inject("shippedSite");

const LISTS = ["nam", "chi-so", "trang", "quy", "tinh-trang", "co-quan", "theo-vung", "cac-nam", "lich-su"];

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 720 };

/** The address with everything that stands for one plan, agency, index or year put aside: `/ke-hoach/<>/`. */
function kindOf(path: string): string {
  const [, top = "", ...rest] = path.split("/");
  const isOwn = !path.endsWith("/") || rest.length < 2;
  if (isOwn) return path;
  return `/${top}/${rest.map(part => (part === "" || LISTS.includes(part) ? part : "<>")).join("/")}`;
}

/** One page of each kind. */
async function pageKinds(): Promise<{ kind: string; path: string }[]> {
  // The editing page is a program of its own, with a policy and a test of its own.
  const names = (await listSite(site)).filter(
    name => name.endsWith(".html") && !name.startsWith("quan-tri/"),
  );
  const kinds = new Map<string, string>();
  for (const name of names) {
    const path = `/${name.replace(/index\.html$/, "")}`;
    const kind = kindOf(path);
    if (!kinds.has(kind) || kind.includes("<")) kinds.set(kind, path);
  }
  return [...kinds].map(([kind, path]) => ({ kind, path }));
}

const kinds = inject("shippedSiteFailure") === "" ? await pageKinds() : [];
const plan = kinds.find(({ kind }) => kind === "/ke-hoach/<>/")?.path ?? "/";

let shipped: OpenSite;
beforeAll(async () => {
  shipped = await openShippedSite();
});
afterAll(() => shipped?.close());

test("the shipped site is built", () => {
  expect(inject("shippedSiteFailure")).toBe("");
  expect(kinds.length).toBeGreaterThan(5);
});

describe.each(kinds)("$kind ($path)", ({ path }) => {
  let page: Page;
  let complaints: readonly string[] = [];
  let close = async () => {};
  beforeAll(async () => {
    ({ page, complaints, close } = await shipped.open(path, { viewport: PHONE }));
  });
  afterAll(() => close());

  test("has a title, one headline and its language", async () => {
    expect(await page.title()).toMatch(/\S/);
    // A figure to be set into another site's page has no headline of its own.
    expect(await page.locator("h1").count()).toBe(/^\/nhung\/./.test(path) ? 0 : 1);
    expect(await page.locator("html").getAttribute("lang")).toBe(path.startsWith("/en/") ? "en" : "vi");
  });

  test.each(["light", "dark"] as const)(
    "fits a phone of 360 px, with %s paper and without accessibility faults",
    async colorScheme => {
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme });
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBe(window);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  test.each([320, 768, 1280])(
    "fits %d px with the largest letters: nothing but tables and code scrolls sideways",
    async width => {
      await page.setViewportSize({ width, height: 640 });
      const wide = await page.evaluate(() => {
        const root = document.documentElement;
        root.dataset.text = "larger";
        const { scrollWidth, clientWidth } = root;
        const scrolls = [...document.querySelectorAll("body *")].filter(
          box =>
            box.scrollWidth > box.clientWidth + 2 &&
            ["auto", "scroll"].includes(getComputedStyle(box).overflowX) &&
            !box.matches(".table, pre, textarea"),
        );
        delete root.dataset.text;
        return [
          ...(scrollWidth > clientWidth ? [`${scrollWidth} px`] : []),
          ...scrolls.map(({ tagName, className }) => `${tagName}.${className}`),
        ];
      });
      expect(wide).toEqual([]);
    },
  );

  test("letters twice as large fit a phone, and what stands beside a label keeps room for words", async () => {
    await page.setViewportSize(PHONE);
    const tight = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = "200%";
      const { scrollWidth, clientWidth } = root;
      const cells = [...document.querySelectorAll("dd, .flow td[data-label]")].filter(
        cell => cell.checkVisibility() && cell.getBoundingClientRect().width < 0.6 * clientWidth,
      );
      root.style.fontSize = "";
      return [
        ...(scrollWidth > clientWidth ? [`${scrollWidth} px`] : []),
        ...cells.slice(0, 3).map(({ textContent }) => textContent?.slice(0, 60)),
      ];
    });
    expect(tight).toEqual([]);
  });

  test("letters twice as large fit half a window", async () => {
    await page.setViewportSize({ width: 640, height: 900 });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = "200%";
      const { scrollWidth, clientWidth } = root;
      root.style.fontSize = "";
      return scrollWidth - clientWidth;
    });
    expect(wide).toBe(0);
  });

  test.each([PHONE, DESK])(
    "has words of drawings within them and none on another, in a window of $width px",
    async window => {
      await page.setViewportSize(window);
      expect(await page.evaluate(faultsOfLabels)).toEqual([]);
    },
  );

  test("has a menu that a finger hits, in one line of a phone, and tables that have a name", async () => {
    await page.setViewportSize(PHONE);
    const entries = await page.evaluate(() =>
      [...document.querySelectorAll(".top nav a")].map(entry => entry.getBoundingClientRect().toJSON()),
    );
    // In the smallest window too.
    await page.setViewportSize({ width: 320, height: 640 });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".top nav a")].map(entry => entry.getBoundingClientRect().y),
    );
    expect(new Set(small).size).toBeLessThan(2);
    for (const { width, height, y } of entries) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      expect(y).toBe(entries[0].y);
    }
    const unnamed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableElement>("table:not(.prose table)")]
        .filter(table => !table.caption && !table.ariaLabel && !table.closest("section[aria-label]"))
        .map(({ textContent }) => textContent?.slice(0, 60)),
    );
    expect(unnamed).toEqual([]);
  });

  test("loads in silence, under the policy that ships, from its own origin", async () => {
    await page.setViewportSize(DESK);
    expect(complaints).toEqual([]);
  });
});

/** Labels of drawings that leave their drawing or lie on each other; lines of one text may touch. */
function faultsOfLabels(): string[] {
  return [...document.querySelectorAll("svg")].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const labels = [...svg.querySelectorAll("text")]
      .flatMap(text => (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]))
      .map(label => ({ words: label.textContent, box: label.getBoundingClientRect() }))
      .filter(({ words, box }) => words?.trim() && box.width > 0);
    return labels.flatMap(({ words, box }, i) => [
      ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [`${words} leaves`] : []),
      ...labels.slice(i + 1).flatMap(other => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return across > 1.5 && down > 4.5 ? [`${words} on ${other.words}`] : [];
      }),
    ]);
  });
}

test("what folds is read out by its words, a chart by its marks, and the page of the menu is seen in any colours", async () => {
  const year = kinds.find(({ kind }) => kind === "/chi-so/<>/<>/")?.path ?? "/";
  const { page, close } = await shipped.open(year);
  await page.locator(".chart-figure [role=group]").first().waitFor();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const names = (role: string) =>
    nodes.filter(node => node.role?.value === role).map(node => node.name?.value);
  expect(names("DisclosureTriangle").length).toBeGreaterThan(1);
  expect(names("DisclosureTriangle").filter(name => !/^\p{L}/u.test(name))).toEqual([]);
  // The numbers of an axis alone say nothing.
  expect(await page.locator(".chart-figure [role=group] text:not([aria-hidden], [data-tip])").count()).toBe(
    0,
  );
  await page.emulateMedia({ forcedColors: "active" });
  const current = page.locator(".top nav [aria-current]");
  expect(await current.evaluate(entry => getComputedStyle(entry).textDecorationLine)).toBe("underline");
  await close();
});

test("a plan is readable without JavaScript", async () => {
  const complaints = await shipped.visit(
    plan,
    async page => {
      expect(await page.locator("h1").isVisible()).toBe(true);
      const tasks = page.locator("main [id]").filter({ hasText: "Chủ trì" });
      expect(await tasks.count()).toBeGreaterThan(0);
      expect(await tasks.first().isVisible()).toBe(true);
    },
    { javaScriptEnabled: false },
  );
  expect(complaints).toEqual([]);
});

test("the first stop of the keyboard leads to the content", async () => {
  await shipped.visit(plan, async page => {
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).backgroundColor);
    const unmarked = await paper();
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.getAttribute("href")).toBe("#noi-dung");
    expect(await skip.isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#noi-dung");
    expect(await page.locator("#noi-dung").isVisible()).toBe(true);
    expect(await paper(), "a whole page is not marked as what was asked for").toBe(unmarked);
  });
});

test("the keyboard going back through a long table hides no link behind the head that stays", async () => {
  await shipped.visit("/van-ban/", async page => {
    await page.setViewportSize(DESK);
    await page.locator("main .table tbody a").last().focus();
    const hidden: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Shift+Tab");
      const behind = await page.evaluate(() => {
        const link = document.activeElement;
        const head = link?.closest("table")?.tHead?.rows[0]?.cells[0];
        const covered =
          link && head && link.getBoundingClientRect().top < head.getBoundingClientRect().bottom;
        return covered ? link.textContent : undefined;
      });
      if (behind) hidden.push(behind);
    }
    expect(hidden).toEqual([]);
  });
});

test("A+ makes text larger, on the next page too, and A brings it back", async () => {
  const size = (page: Page) =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const complaints = await shipped.visit(plan, async page => {
    const usual = await size(page);
    await page.getByRole("button", { name: "A+", exact: true }).click();
    const larger = await size(page);
    expect(larger).toBeGreaterThan(usual);
    await page.goto(`${shipped.origin}/`);
    expect(await size(page)).toBe(larger);
    await page.getByRole("button", { name: "A", exact: true }).click();
    expect(await size(page)).toBe(usual);
  });
  expect(complaints).toEqual([]);
});

test("an unknown address gets the site's own page with 404", async () => {
  await shipped.visit("/khong-co/", async page => {
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("a[href='/']").count()).toBeGreaterThan(0);
  });
});

test("a task can be cited: its address leads to it", async () => {
  await shipped.visit(plan, async page => {
    const id = await page.locator("main [id]").filter({ hasText: "Chủ trì" }).last().getAttribute("id");
    await page.goto(`${shipped.origin}${plan}#${id}`);
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe(id);
  });
});

test.each(["light", "dark"] as const)(
  "who asks for more contrast has it in the %s theme",
  async colorScheme => {
    await shipped.visit(
      "/ke-hoach/",
      async page => {
        const [ink, line] = await page.evaluate(() => {
          const style = getComputedStyle(document.documentElement);
          return ["--ink", "--line"].map(name => style.getPropertyValue(name));
        });
        expect(line).toBe(ink);
      },
      { colorScheme, contrast: "more" },
    );
  },
);

test("the table under a figure of many agencies shows who is last in a domain", async () => {
  const complaints = await shipped.visit("/chi-so/papi/2021/", async page => {
    const figure = page.locator("#papi-2021-linh-vuc");
    await figure.locator("details summary").first().click();
    const first = figure.locator("tbody tr th").first();
    await figure.getByRole("button", { name: "Thủ tục hành chính công" }).click();
    expect(await first.textContent()).toBe("Tiền Giang");
    await figure.getByRole("button", { name: "Thủ tục hành chính công" }).click();
    expect(await first.textContent()).toBe("Vĩnh Phúc");
  });
  expect(complaints).toEqual([]);
});

test("the language switch leads to the same page where there is one, and back; words in Vietnamese are marked", async () => {
  const complaints = await shipped.visit("/chi-so/papi/2022/", async page => {
    await page.getByRole("link", { name: "EN", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/en/indices/papi/2022/");
    expect(await page.locator("h1").textContent()).toBe("PAPI 2022");
    expect(await page.locator(".notice").last().textContent()).toContain(
      "No result: Bắc Giang, Bắc Ninh – not assessed because of the quality of the data",
    );
    // 61 results, and the two that have none.
    expect(await page.locator("[data-sortable]:not(figure *) tbody tr").count()).toBe(63);
    expect(await page.locator("tbody th:not([lang=vi])").count()).toBe(0);
    expect(await page.locator(".chart-figure svg").count()).toBeGreaterThan(1);
    await page.getByRole("link", { name: "VI", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/chi-so/papi/2022/");
    await page.goto(`${shipped.origin}/ke-hoach/`);
    await page.getByRole("link", { name: "EN", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/en/");
    // Whoever comes to the first page in English can search, too.
    await page.getByRole("searchbox", { name: "Search" }).fill("so noi vu");
    await page.getByRole("searchbox", { name: "Search" }).press("Enter");
    await page.waitForURL(/\/tim-kiem\/\?q=/);
  });
  expect(complaints).toEqual([]);
});
