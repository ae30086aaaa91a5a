import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { TaskArticle } from "../layouts/parts/task.tsx";
import { renderHtml } from "../layouts/render.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

/** The article of the first task of the first plan. */
function articleOf({ site }: ReturnType<typeof siteOf>): Document {
  const [only] = site.plans;
  const [task] = only?.tasks ?? [];
  if (!only || !task) throw new Error("no task");
  const settings = readSettings({}, new Date("2023-06-30"));
  const html = renderHtml(<TaskArticle site={site} plan={only} task={task} level={3} settings={settings} />);
  return parseHTML(`<body>${html}</body>`).document;
}

test("criteria go by the names of their time, and an index by the name that it has elsewhere", () => {
  const domain = (name: string) => `domains: [{key: mot, code: "1", name: ${name}}]`;
  const criteria = ["par-index/1.2", "papi/3", "hai-long/1"].join("; ");
  const page = articleOf(
    siteOf({
      "indices/par-index.yaml": `name: A\neditions:\n  - {from: 2022, to: 2023, ${domain("Tên cũ")}}\n  - {from: 2024, ${domain("Tên mới")}}\n`,
      "indices/hai-long.yaml": "name: Chỉ số hài lòng\n",
      "plans/vi-du/vi-du-2023.md": plan(`### A.1. Tuyên truyền\n- Tiêu chí: ${criteria}\n`),
    }),
  );
  expect(page.querySelector(".what")?.textContent).toContain(
    "PAR INDEX 1.2 (Tên cũ); PAPI 3; Chỉ số hài lòng 1",
  );
});

test("a task that names who helps but not who leads says that its lead is not stated", () => {
  const text = "### A.1. Tuyên truyền\n- Phối hợp: Sở Nội vụ\n- Thời hạn: Quý II/2023\n";
  const who = articleOf(siteOf({ "plans/vi-du/vi-du-2023.md": plan(text) })).querySelectorAll(".who > *");
  expect([...who].map(({ textContent }) => textContent)).toEqual([
    "Chủ trì",
    "văn bản không nêu",
    "Phối hợp",
    "Sở Nội vụ",
  ]);
});
