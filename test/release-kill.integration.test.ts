import { rm } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { serveSite } from "../scripts/serve.ts";
import { originOf } from "./support/ports.ts";
import { openWorkshop, verifyPublished } from "./support/release.ts";

const PLAN = "content/plans/vi-du/vi-du-2023.md";
/** One in each part of the time that a release takes. */
const STOPS = 6;

const shop = await openWorkshop();
afterAll(() => rm(shop.folder, { recursive: true, force: true }));

test("a release stopped at a random moment of each part of its time: what is served is the old one or the new one, whole", async () => {
  const mark = (round: number) => `Kế hoạch lần ${round}`;
  await shop.edit(PLAN, text => text.replace(/^title: .*$/m, `title: ${mark(0)}`));
  const start = performance.now();
  expect((await shop.release()).code).toBe(0);
  const whole = performance.now() - start;

  const server = await serveSite(shop.site, "/", 0);
  const origin = originOf(server);
  let published = 0;
  try {
    for (let round = 1; round <= STOPS; round++) {
      await shop.edit(PLAN, text => text.replace(/^title: .*$/m, `title: ${mark(round)}`));
      const child = shop.start();
      let running = true;
      const ended = new Promise<void>(fulfil =>
        child.once("exit", () => {
          running = false;
          fulfil();
        }),
      );
      const moment = ((round - Math.random()) / STOPS) * whole * 1.1;
      const timer = setTimeout(() => child.kill("SIGKILL"), moment);
      // A reader who never stops asking sees one of the two, and gets all that the page asks for.
      let views = 0;
      while (running) {
        const html = await (await fetch(`${origin}/ke-hoach/vi-du-2023/`)).text();
        expect([mark(published), mark(round)]).toContain(/<title>(.*?) – /.exec(html)?.[1]);
        for (const [, asset = ""] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g))
          expect((await fetch(`${origin}${asset}`)).status, asset).toBe(200);
        views++;
        await new Promise(fulfil => setTimeout(fulfil, 50));
      }
      clearTimeout(timer);
      await ended;
      expect(views).toBeGreaterThan(0);
      const { faults } = await verifyPublished(shop);
      expect(faults, `stopped after ${Math.round(moment)} ms`).toEqual([]);
      const html = await (await fetch(`${origin}/ke-hoach/vi-du-2023/`)).text();
      if (html.includes(mark(round))) published = round;
      else expect(html).toContain(mark(published));
    }
    // What was stopped is no hindrance to the next.
    expect((await shop.release()).code).toBe(0);
    expect(await (await fetch(`${origin}/ke-hoach/vi-du-2023/`)).text()).toContain(mark(STOPS));
    expect((await verifyPublished(shop)).faults).toEqual([]);
  } finally {
    server.close();
  }
}, 1_800_000);
