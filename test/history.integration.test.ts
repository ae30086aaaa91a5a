import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadHistory } from "../scripts/history.ts";
import { changesOfTask, historyOf } from "../scripts/model/history.ts";
import { DAYS, PLAN, REPORT, TASK, told, UPDATE } from "./support/corrections.ts";
import { makeRepository, type Repository } from "./support/repository.ts";
import { plan, siteOf } from "./support/sources.ts";

let repository: Repository;
beforeEach(async () => {
  repository = await makeRepository();
});
afterEach(() => repository.remove());

const load = () => loadHistory(join(repository.folder, "content"));

describe("a file is followed through its life", () => {
  test("what first comes is no change, however much comes at once", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK), [UPDATE]: REPORT });
    const history = await load();
    expect(told(history)).toEqual([]);
    expect(history?.since).toBe("2023-02-01");
    expect(history?.added.get(join(repository.folder, PLAN))).toBe(DAYS[0]);
  });
  test("a plan with another name keeps its history, and the change of its address is told", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK.replace("II/", "III/")) });
    await repository.commit(DAYS[2], {
      [PLAN]: undefined,
      "content/plans/vi-du/ke-hoach-2023.md": plan(TASK.replace("II/", "IV/")),
    });
    expect(told(await load())).toEqual([
      '2023-04-01 ke-hoach-2023: address "ke-hoach" → "ke-hoach-2023"; A.1 deadline "Quý III/2023" → "Quý IV/2023"',
      '2023-03-01 ke-hoach-2023: A.1 deadline "Quý II/2023" → "Quý III/2023"',
    ]);
  });
  test("a new plan under the name that another one had is new", async () => {
    const now = "content/plans/vi-du/ke-hoach-2023.md";
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit(DAYS[1], { [PLAN]: undefined, [now]: plan(TASK) });
    await repository.commit(DAYS[2], { [PLAN]: plan("## B.1 Việc khác\n- Chủ trì: Sở Tư pháp\n") });
    const history = await load();
    expect(told(history)).toEqual(['2023-03-01 ke-hoach-2023: address "ke-hoach" → "ke-hoach-2023"']);
    expect(history?.added.get(join(repository.folder, PLAN))).toBe(DAYS[2]);
  });
  test("a plan that was taken down is told, with its title", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK), [UPDATE]: REPORT });
    await repository.commit(DAYS[1], { [PLAN]: undefined });
    expect(told(await load())).toEqual(['2023-03-01 ke-hoach: file "Kế hoạch ví dụ" →']);
  });
  test("a state that could not be published is passed over", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK).replace("title", "titel") });
    await repository.commit(DAYS[2], { [PLAN]: plan(TASK.replace("II/", "III/")) });
    expect(told(await load())).toEqual(['2023-04-01 ke-hoach: A.1 deadline "Quý II/2023" → "Quý III/2023"']);
  });
  test("what was merged is one change, on the day it was merged", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    repository.git(["checkout", "--quiet", "-b", "nhanh"]);
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK.replace("II/", "III/")) });
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK.replace("II/", "IV/")) });
    repository.git(["checkout", "--quiet", "chinh"]);
    repository.git(["merge", "--quiet", "--no-ff", "--message=Gộp", "nhanh"], DAYS[2]);
    expect(told(await load())).toEqual(['2023-04-01 ke-hoach: A.1 deadline "Quý II/2023" → "Quý IV/2023"']);
  });
  test("what is not committed is not told", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await writeFile(join(repository.folder, PLAN), plan(TASK.replace("II/", "III/")));
    expect(told(await load())).toEqual([]);
  });
  test("a day is a day in Vietnam", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit("2023-03-01T20:30:00Z", { [PLAN]: plan(TASK.replace("II/", "III/")) });
    expect((await load())?.corrections[0]?.at).toBe("2023-03-02T03:30:00+07:00");
  });
});

describe("what is not known is said", () => {
  test("without a repository there is no history", async () => {
    const folder = await mkdtemp(join(tmpdir(), "minh-bach-khong-git-"));
    expect(await loadHistory(folder)).toBeUndefined();
    await rm(folder, { recursive: true });
    expect(await loadHistory(join(repository.folder, "khong-co"))).toBeUndefined();
  });
  test("nor where nothing was committed", async () =>
    expect(await loadHistory(repository.folder)).toBeUndefined());
  test("a shallow copy begins where it begins, and its first files are not new", async () => {
    await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
    await repository.commit(DAYS[1], { [PLAN]: plan(TASK.replace("II/", "III/")) });
    await repository.commit(DAYS[2], { [PLAN]: plan(TASK.replace("II/", "IV/")) });
    repository.git(["clone", "--quiet", "--depth=2", `file://${repository.folder}`, "ban-sao"]);
    const history = await loadHistory(join(repository.folder, "ban-sao/content"));
    expect(history).toMatchObject({ since: "2023-03-01", isShallow: true });
    expect(told(history)).toEqual(['2023-04-01 ke-hoach: A.1 deadline "Quý III/2023" → "Quý IV/2023"']);
    expect(history?.added.size).toBe(0);
  });
});

test("Git is asked three times however many files there are, and for no text of a file that never changed", async () => {
  const names = Array.from({ length: 40 }, (_, i) => `content/plans/vi-du/ke-hoach-${i}.md`);
  const state = (quarter: string) =>
    Object.fromEntries(names.map(name => [name, plan(TASK.replace("II/", `${quarter}/`))]));
  await repository.commit(DAYS[0], state("I"));
  const asked = await countingGit();
  expect(await asked()).toEqual(["log", "rev-parse"]);
  await repository.commit(DAYS[1], state("II"));
  await repository.commit(DAYS[2], state("III"));
  const again = await countingGit();
  expect(await again()).toEqual(["cat-file", "log", "rev-parse"]);
  expect((await load())?.corrections).toHaveLength(80);

  /** Puts a git before the real one that writes down how it was called; returns what loading the history asked. */
  async function countingGit(): Promise<() => Promise<string[]>> {
    const bin = join(repository.folder, ".git/dem");
    const path = process.env.PATH ?? "";
    const real = repository.git(["--exec-path"]).trim();
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, "git"), `#!/bin/sh\necho "$3" >> "${bin}/calls"\nexec "${real}/git" "$@"\n`);
    await chmod(join(bin, "git"), 0o755);
    await writeFile(join(bin, "calls"), "");
    return async () => {
      process.env.PATH = `${bin}:${path}`;
      try {
        await load();
      } finally {
        process.env.PATH = path;
      }
      return (await readFile(join(bin, "calls"), "utf8")).trim().split("\n").sort();
    };
  }
});

test("the history of a plan joins what was changed and what each report said anew", async () => {
  const later = REPORT.replace("as_of: 2023-06-30", "as_of: 2023-09-30").replace(
    /- Trạng thái.*/s,
    "- Trạng thái: Vướng mắc\n- Thời hạn mới: 30/11/2023\n",
  );
  await repository.commit(DAYS[0], { [PLAN]: plan(TASK) });
  await repository.commit("2023-07-15T08:00:00+07:00", { [PLAN]: plan(TASK.replace("II/", "III/")) });
  const { site, problems } = siteOf({
    "plans/vi-du/ke-hoach.md": plan(TASK.replace("II/", "III/")),
    "updates/vi-du/ke-hoach/2023-06-30.md": REPORT,
    "updates/vi-du/ke-hoach/2023-09-30.md": later,
    // What a report leaves unsaid stands as before, and is not told again.
    "updates/vi-du/ke-hoach/2023-10-01.md": later
      .replace("2023-09-30", "2023-10-01")
      .replace(/- Trạng thái.*/s, "- Trạng thái: Đang thực hiện\n"),
  });
  expect(problems).toEqual([]);
  const whole = { ...site, history: await load() };
  const [own] = site.plans;
  if (!own) throw new Error("no plan");
  const brief = historyOf(whole, own).map(({ day, changes }) => [
    day,
    ...changes.map(({ field, before, after }) => `${field} ${before ?? "–"} → ${after ?? "–"}`),
  ]);
  expect(brief).toEqual([
    ["2023-10-01", "status Vướng mắc → Đang thực hiện"],
    ["2023-09-30", "status Đang thực hiện → Vướng mắc", "deadline Quý III/2023 → 30/11/2023"],
    ["2023-07-15", "deadline Quý II/2023 → Quý III/2023"],
    ["2023-06-30", "status – → Đang thực hiện", "progress – → 40%"],
  ]);
  expect(changesOfTask(whole, "ke-hoach", "A.1")).toHaveLength(1);
  expect(changesOfTask(site, "ke-hoach", "A.1")).toEqual([]);
});
