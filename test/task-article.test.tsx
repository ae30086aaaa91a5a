import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { TaskArticle } from "../layouts/parts/task.tsx";
import { renderHtml } from "../layouts/render.ts";
import { readSettings } from "../scripts/load.ts";
import { plan, siteOf } from "./support/sources.ts";

test("a task that names who helps but not who leads says that its lead is not stated", () => {
  const { site } = siteOf({
    "plans/vi-du/vi-du-2023.md": plan(
      "### A.1. Tuyên truyền\n- Phối hợp: Sở Nội vụ\n- Thời hạn: Quý II/2023\n",
    ),
  });
  const [only] = site.plans;
  const [task] = only?.tasks ?? [];
  if (!only || !task) throw new Error("no task");
  const settings = readSettings({}, new Date("2023-06-30"));
  const html = renderHtml(<TaskArticle site={site} plan={only} task={task} level={3} settings={settings} />);
  const who = parseHTML(`<body>${html}</body>`).document.querySelectorAll(".who > *");
  expect([...who].map(({ textContent }) => textContent)).toEqual([
    "Chủ trì",
    "văn bản không nêu",
    "Phối hợp",
    "Sở Nội vụ",
  ]);
});
