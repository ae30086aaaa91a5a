import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { TaskArticle } from "../layouts/parts/task.tsx";
import { renderHtml } from "../layouts/render.ts";
import { readSettings } from "../scripts/load.ts";
import { plan, siteOf } from "./support/sources.ts";

/** What the article of the only task of a plan shows, by a selector. */
function shown(selector: string, body: string, more: Record<string, string> = {}): (string | null)[] {
  const { site } = siteOf({ "plans/vi-du/vi-du-2023.md": plan(body), ...more });
  const [only] = site.plans;
  const [task] = only?.tasks ?? [];
  if (!only || !task) throw new Error("no task");
  const settings = readSettings({}, new Date("2023-06-30"));
  const html = renderHtml(<TaskArticle site={site} plan={only} task={task} level={3} settings={settings} />);
  const { document } = parseHTML(`<body>${html}</body>`);
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

test("a task that names who helps but not who leads says that its lead is not stated", () => {
  const body = "### A.1. Tuyên truyền\n- Phối hợp: Sở Nội vụ\n- Thời hạn: Quý II/2023\n";
  expect(shown(".who > *", body)).toEqual(["Chủ trì", "văn bản không nêu", "Phối hợp", "Sở Nội vụ"]);
});

test("a criterion is named by the set of criteria of the plan's year, not by a later one", () => {
  const index = `name: Chỉ số ví dụ
editions:
  - {from: 2020, to: 2023, domains: [{key: mot, code: "1", name: Tên năm 2023}]}
  - {from: 2024, domains: [{key: mot, code: "1", name: Tên năm 2024}]}
`;
  const body = "### A.1. Tuyên truyền\n- Tiêu chí: par-index/1.3.1\n";
  expect(shown("dd", body, { "indices/par-index.yaml": index })).toContain("par-index 1.3.1 (Tên năm 2023)");
});
