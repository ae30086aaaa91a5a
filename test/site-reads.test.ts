import { describe, expect, test } from "vitest";
import { related } from "../layouts/related.ts";
import { digester } from "../scripts/digest.ts";
import type { Site } from "../scripts/model/site.ts";
import { answerRead, perSite, watchSite } from "../scripts/model/site-reads.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "plans/vi-du/mot.md": plan("### A.1. Công khai thủ tục\n- Chủ trì: Sở Nội vụ\n"),
  "plans/vi-du/hai.md": plan("### A.1. Đào tạo cán bộ\n- Chủ trì: Sở Tư pháp\n"),
});

/** What is read of the site, with the answers. */
function watch(read: (site: Site) => unknown): Map<string, unknown> {
  const reads = new Map<string, unknown>();
  read(watchSite(site, new Set(["agencies"]), (of, answer) => reads.set(of, answer)));
  return reads;
}

describe("a watched site", () => {
  test.each<[string, (site: Site) => unknown, string[]]>([
    ["one entry of a map", ({ planBySlug }) => planBySlug.get("mot"), ["site.planBySlug=mot"]],
    [
      "an entry that is not there",
      ({ updatesByTask }) => updatesByTask.get("x#1"),
      ["site.updatesByTask=x#1"],
    ],
    ["whether there is an entry", ({ charts }) => charts.has("x"), ["site.charts?x"]],
    ["how many there are", ({ lowerTasks }) => lowerTasks.size, ["site.lowerTasks#"]],
    ["all of a map", ({ planBySlug }) => [...planBySlug.keys()], ["site.planBySlug"]],
    ["a list", ({ plans }) => plans[0], ["site.plans"]],
    ["what is missing", ({ history }) => history?.byPlan.get("mot"), ["site.history"]],
    ["what is given", ({ agencies }) => agencies.byId.get("so-noi-vu-vi-du"), []],
    [
      "an entry of what was worked out",
      of => related(of).leads.get("so-noi-vu-vi-du"),
      ["related.leads=so-noi-vu-vi-du"],
    ],
  ])("tells of %s, and answers as the site does", (_, read, reads) => {
    const found = watch(read);
    expect([...found.keys()]).toEqual(reads);
    expect(watch(of => expect(read(of)).toEqual(read(site))).size).toBe(reads.length);
    for (const [asked, answer] of found) expect(answerRead(site, asked)).toBe(answer);
  });

  test("does not work out again what the site knows", () => {
    let times = 0;
    const slugs = perSite("test", ({ plans }) => {
      times++;
      return new Set(plans.map(({ slug }) => slug));
    });
    expect(watch(of => [slugs(of).has("mot"), slugs(site).has("hai"), slugs(of).has("ba")])).toEqual(
      new Map([
        ["test?mot", true],
        ["test?ba", false],
      ]),
    );
    expect(times).toBe(1);
  });

  test("is not asked what nobody ever worked out", () => {
    expect(() => answerRead(site, "nothing=1")).toThrow("nothing=1");
  });
});

describe("a digest", () => {
  const digest = digester(() => undefined);
  const long = "dài ".repeat(50);

  test.each([
    ["the order of a list", [1, 2], [2, 1]],
    ["where one text ends and the next begins", ["a", "bc"], ["ab", "c"]],
    ["a number and its text", [1], ["1"]],
    ["nothing and its name", [undefined], ["undefined"]],
    ["no entry and an empty one", { a: undefined }, {}],
    ["a list and a set", [1], new Set([1])],
    ["keys of a map", new Map([["a", 1]]), new Map([["b", 1]])],
    ["nested lists", [[1], 2], [[1, 2]]],
    ["long texts", [long, 1], [long, 2]],
  ])("tells apart %s", (_, a, b) => {
    expect(digest(a)).not.toBe(digest(b));
    expect(digest(structuredClone(a))).toBe(digest(a));
    expect(digester(() => undefined)(b)).toBe(digest(b));
  });

  test("does not look into what is told apart by a text", () => {
    const leaf = { value: 1 };
    const digestAs = (text: string) => digester(object => (object === leaf ? text : undefined))({ leaf });
    const before = digestAs("một");
    leaf.value = 2;
    expect(digestAs("một")).toBe(before);
    expect(digestAs("hai")).not.toBe(before);
  });

  test("is refused for what has no value", () => {
    for (const value of [() => 1, new Date(0), new Proxy(new (class Odd {})(), {})])
      expect(() => digest({ value })).toThrow(TypeError);
  });
});
