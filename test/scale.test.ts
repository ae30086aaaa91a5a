import { expect, test, vi } from "vitest";
import { renderCalendar, siteCalendars } from "../layouts/calendars.ts";
import { renderAtom, siteFeeds } from "../layouts/feeds.ts";
import { related } from "../layouts/related.ts";
import { taskIndex } from "../layouts/task-index.ts";
import { updateAddress } from "../layouts/updates.ts";
import { historyOf } from "../scripts/model/history.ts";
import { parseSite } from "../scripts/model/site-sources.ts";
import { readSettings } from "../scripts/settings.ts";
import { generateCorpus } from "./support/generate.ts";
import { source } from "./support/sources.ts";

const AS_OF = "2023-08-31";
const files = (texts: ReadonlyMap<string, string>) => [...texts].map(([name, text]) => source(name, text));

function make(plans: number) {
  const { content, data } = generateCorpus({ plans, tasks: 50, agencies: 40 });
  return parseSite({ content: files(content), data: files(data) }, AS_OF);
}

test("200 plans of 50 tasks are read whole", () => {
  const { site, problems } = make(200);
  expect(problems).toEqual([]);
  expect(site.plans).toHaveLength(200);
  expect(site.plans.reduce((sum, plan) => sum + plan.tasks.length, 0)).toBe(10_000);
  expect(site.updates).toHaveLength(20);
  expect(site.updatesByTask.size).toBe(20);
  expect(site.lowerPlans.get("ke-hoach-1")).toHaveLength(199);
});

test("work grows with the plans: four times as many need four times as many look-ups", () => {
  const looked = (plans: number) => {
    const { content, data } = generateCorpus({ plans, tasks: 50, agencies: 40 });
    return lookUps(() => parseSite({ content: files(content), data: files(data) }, AS_OF));
  };
  expect(looked(80) / looked(20)).toBeLessThan(4.4);
});

test("with two reports on every task, reading, judging and listing grow with the reports", () => {
  const looked = (plans: number) => {
    const { content, data } = generateCorpus({ plans, tasks: 50, agencies: 40, reports: 2 });
    return lookUps(() => {
      const { site, problems } = parseSite({ content: files(content), data: files(data) }, AS_OF);
      expect(problems).toEqual([]);
      expect(site.updatesByTask.size).toBe(plans * 50);
      expect(taskIndex(site).status).toHaveLength(plans * 50);
      for (const update of site.updates) updateAddress(site, update);
    });
  };
  expect(looked(80) / looked(20)).toBeLessThan(4.4);
});

test("histories, feeds and calendars grow with the reports", () => {
  const looked = (plans: number) => {
    const { content, data } = generateCorpus({ plans, tasks: 50, agencies: 40, reports: 2 });
    const { site } = parseSite({ content: files(content), data: files(data) }, AS_OF);
    const settings = readSettings({}, new Date());
    related(site);
    return lookUps(() => {
      expect(site.plans.flatMap(plan => historyOf(site, plan))).toHaveLength(plans * 2);
      for (const feed of siteFeeds(site).values()) renderAtom(feed, site, settings);
      for (const calendar of siteCalendars(site).values()) renderCalendar(calendar, settings);
    });
  };
  expect(looked(80) / looked(20)).toBeLessThan(4.4);
});

/** How often anything was looked up in a map. */
function lookUps(work: () => void): number {
  const spy = vi.spyOn(Map.prototype, "get");
  work();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  return count;
}

test("the same seed gives the same text, another seed another", () => {
  const size = { plans: 3, tasks: 5, agencies: 4 };
  expect(generateCorpus(size)).toEqual(generateCorpus(size));
  expect(generateCorpus(size)).not.toEqual(generateCorpus(size, 2));
});
