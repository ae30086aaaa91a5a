import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

const ENV = {
  CONTENT_DIR: "test/fixtures/broken/content",
  DATA_DIR: "test/fixtures/broken/data",
  AS_OF: "2023-08-31",
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minh-bach-forge-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a line of a workflow in a shell, as the server of a Git host does. */
function runLine(line: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    env: { ...process.env, ...ENV, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** How many problems the check itself finds there; the other tests say which. */
const COUNT = /^(\d+) lỗi/m;

describe("the workflow of GitHub", () => {
  test("installs, then writes every problem at its line and all of them into the summary", async () => {
    const { jobs } = parse(await readFile(".github/workflows/check.yml", "utf8"));
    const steps: { run?: string }[] = jobs.check.steps;
    const lines = steps.flatMap(({ run }) => run ?? []);
    expect(lines[0]).toBe("npm ci");
    const summary = join(folder, "summary.md");
    const { status, stdout, stderr } = runLine(lines[1] ?? "", { GITHUB_STEP_SUMMARY: summary });
    expect(status).toBe(1);
    const annotations = stdout.trimEnd().split("\n");
    expect(annotations).toHaveLength(Number(COUNT.exec(stderr)?.[1]));
    expect(annotations).toContain(
      "::error file=test/fixtures/broken/content/pages/trang.md,line=3,col=1::khóa “titel” không có trong định dạng; có phải ý bạn là “title”?",
    );
    for (const line of annotations) expect(line).toMatch(/^::error file=[^:,]+,line=\d+,col=\d+::[^\n]+$/);
    const items = (await readFile(summary, "utf8")).match(/^- `/gm);
    expect(items).toHaveLength(annotations.length);
  });
});

describe("the pipeline of GitLab", () => {
  test("installs, then leaves a code quality report of every problem", async () => {
    const { check } = parse(await readFile(".gitlab-ci.yml", "utf8"));
    const file: string = check.artifacts.reports.codequality;
    const [install, line = ""]: string[] = check.script;
    expect(install).toMatch(/^npm ci/);
    const report = join(folder, "report.json");
    const { status, stderr } = runLine(line.replace(file, report), {});
    expect(status).toBe(1);
    const entries: { fingerprint: string }[] = JSON.parse(await readFile(report, "utf8"));
    expect(entries).toHaveLength(Number(COUNT.exec(stderr)?.[1]));
    expect(entries).toContainEqual({
      description: "khóa “titel” không có trong định dạng; có phải ý bạn là “title”?",
      check_name: "npm run check",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: "major",
      location: { path: "test/fixtures/broken/content/pages/trang.md", lines: { begin: 3 } },
    });
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });

  test("a report of good content is empty", () => {
    const good = { CONTENT_DIR: "test/fixtures/good/content", DATA_DIR: "test/fixtures/good/data" };
    const { status, stdout } = runLine("npm run --silent check -- --gitlab", good);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "[]\n" });
  });
});
