import { parseHTML } from "linkedom";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import AgenciesPage, { data } from "../layouts/pages/co-quan/index.11ty.tsx";
import { Pager } from "../layouts/parts/pager.tsx";
import { readSettings } from "../scripts/load.ts";
import { plan, siteOf } from "./support/sources.ts";

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
