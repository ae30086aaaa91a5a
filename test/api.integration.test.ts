import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { exportData } from "../scripts/export.ts";
import { listSite } from "../scripts/release/files.ts";
import { BASE, folder, json, settings } from "./support/example-downloads.ts";
import { generateCorpus } from "./support/generate.ts";
import { siteOf } from "./support/sources.ts";

describe("the API", () => {
  test("answers as its schemas say, every file of it", async () => {
    const ajv = addFormats.default(new Ajv2020({ allErrors: true, strictTypes: false }));
    ajv.addKeyword("components");
    const { paths, components } = openApiAnswers.parse(await json("api/v1/openapi.json"));
    ajv.addSchema({ $id: "https://vi-du.example/api", components });
    const answers = Object.entries(paths).map(([path, { get }]) => ({
      path: new RegExp(`^api/v1${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      check: ajv.compile({
        $ref: `https://vi-du.example/api${get.responses["200"].content["application/json"].schema.$ref}`,
      }),
    }));
    const files = (await listSite(folder)).filter(name => /^api\/v1\/(?!luoc-do|openapi)/.test(name));
    const unused = new Set(answers);
    for (const name of files) {
      const own = answers.filter(({ path }) => path.test(name));
      expect([name, own.length]).toEqual([name, 1]);
      for (const answer of own) {
        expect([name, answer.check(await json(name)), answer.check.errors]).toEqual([name, true, null]);
        unused.delete(answer);
      }
    }
    expect([...unused].map(({ path }) => path.source)).toEqual([]);
  });

  test("its schemas stand on their own, and name each other by their files", async () => {
    const ajv = addFormats.default(new Ajv2020({ strictTypes: false }));
    const names = (await listSite(folder)).filter(name => name.startsWith("api/v1/luoc-do/"));
    for (const name of names) ajv.addSchema({ $id: BASE + name, ...(await json(name)) });
    for (const name of names) expect(ajv.getSchema(BASE + name)).toBeDefined();
    expect(
      ajv.getSchema(`${BASE}api/v1/luoc-do/mot-ke-hoach.json`)?.(
        await json("api/v1/ke-hoach/vi-du-2023.json"),
      ),
    ).toBe(true);
  });

  test("tells the day that a status is judged by: the plan's, or the one that a report moved it to", async () => {
    const tasks = [
      ["A.I.3", "2023-06-15", "2023-06-15", "overdue"],
      ["A.II.1", undefined, undefined, "undated"],
      ["A.III.2", "2023-06-30", "2023-12-31", "in-progress"],
    ];
    const { tasks: told } = await json("api/v1/ke-hoach/vi-du-2023.json");
    for (const [code, due, due_now, status] of tasks)
      expect(told.find((task: { code: string }) => task.code === code)).toMatchObject(
        // What is not known is not there.
        JSON.parse(JSON.stringify({ code, due, due_now, status })),
      );
  });

  test("cuts long lists into pages that together hold every entry once", async () => {
    const { content, data } = generateCorpus({ plans: 12, tasks: 50, agencies: 3 });
    const { site: large, problems } = siteOf(Object.fromEntries([...content, ...data]), "2023-08-31");
    expect(problems).toEqual([]);
    const out = join(folder, "large");
    exportData(large, { ...settings(), outputDir: out });
    const read = async (path: string) => JSON.parse(await readFile(join(out, "api/v1", path), "utf8"));
    const seen: string[] = [];
    for (const { id } of large.agencies.all) {
      const { lead_tasks: total, lead_task_pages: pages } = await read(`co-quan/${id}.json`);
      if (total === 0) continue;
      expect(pages).toBeGreaterThan(1);
      for (let page = 1; page <= pages; page++) {
        const { items, ...head } = await read(`co-quan/${id}/nhiem-vu/trang/${page}.json`);
        expect(head).toEqual({ total, page, pages });
        expect(items.length).toBeLessThanOrEqual(100);
        for (const item of items) seen.push(item.id);
      }
      await expect(
        stat(join(out, `api/v1/co-quan/${id}/nhiem-vu/trang/${pages + 1}.json`)),
      ).rejects.toThrow();
    }
    expect(seen).toHaveLength(600);
    expect(new Set(seen).size).toBe(600);
  });

  test("has the rows of the tables, each task with its assignments and all in their order", async () => {
    const { content, data } = generateCorpus({ plans: 12, tasks: 50, agencies: 3 });
    const { site: large } = siteOf(Object.fromEntries([...content, ...data]), "2023-08-31");
    const out = join(folder, "rows");
    exportData(large, { ...settings(), outputDir: out });
    const read = async (path: string) => JSON.parse(await readFile(join(out, path), "utf8"));
    const plans = await Promise.all(
      [...large.planBySlug.keys()].map(slug => read(`api/v1/ke-hoach/${slug}.json`)),
    );
    const tasks = plans.flatMap(plan => plan.tasks);
    expect(tasks.map(({ assignments: _, ...task }) => task)).toEqual(await read("du-lieu/nhiem-vu.json"));
    expect(tasks.flatMap(({ assignments }) => assignments)).toEqual(await read("du-lieu/phan-cong.json"));
    for (const { id, assignments } of tasks)
      expect(assignments.map(({ task }: { task: string }) => task)).toEqual([id, id]);
    for (const { id } of large.agencies.all) {
      const { lead_tasks: total } = await read(`api/v1/co-quan/${id}.json`);
      const led = tasks.filter(({ leads }) => leads.includes(id)).map(({ assignments: _, ...task }) => task);
      expect(led).toHaveLength(total);
      if (total > 0)
        expect((await read(`api/v1/co-quan/${id}/nhiem-vu/trang/1.json`)).items).toEqual(led.slice(0, 100));
    }
  });
});

/** The parts of an OpenAPI description that say what is answered where. */
const openApiAnswers = z.object({
  components: z.record(z.string(), z.unknown()),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        responses: z.object({
          "200": z.object({
            content: z.object({ "application/json": z.object({ schema: z.object({ $ref: z.string() }) }) }),
          }),
        }),
      }),
    }),
  ),
});
