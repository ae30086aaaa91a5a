import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { adminFiles } from "../layouts/admin-files.ts";
import { ADMIN_WORDS } from "../layouts/admin-words.ts";
import { adminPolicy, data } from "../layouts/pages/quan-tri/index.11ty.tsx";
import AdminLocale from "../layouts/pages/quan-tri/locale.11ty.ts";
import { cmsConfig } from "../scripts/model/cms-config.ts";
import { fieldsOf } from "../scripts/model/format.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

const NOW = new Date("2023-12-31T00:00:00Z");
const settings = (env: Record<string, string>) => readSettings(env, NOW);
const { site } = siteOf({ "plans/vi-du/vi-du-2023.md": plan("## A. Mục\n") });

interface Config {
  backend: Record<string, unknown>;
  collections: {
    name: string;
    folder: string;
    fields: {
      name: string;
      required?: boolean;
      options?: { value: string }[];
      pattern?: [pattern: string, message: string];
    }[];
  }[];
}
const config = (env: Record<string, string> = {}) =>
  cmsConfig(site, "/icon.svg", settings(env).admin?.host) as Config;

const HOSTS = {
  "a folder of one's own machine": {},
  "GitHub with access tokens": { ADMIN_BACKEND: "github", ADMIN_REPO: "vi-du/kho" },
  "a GitLab of one's own": {
    ADMIN_BACKEND: "gitlab",
    ADMIN_REPO: "vi-du/nhom/kho",
    ADMIN_BRANCH: "chinh",
    ADMIN_ORIGIN: "https://git.vi-du.example",
    ADMIN_APP_ID: "abc",
  },
  "a Gitea of one's own": {
    ADMIN_BACKEND: "gitea",
    ADMIN_REPO: "vi-du/kho",
    ADMIN_ORIGIN: "https://git.vi-du.example",
    ADMIN_APP_ID: "abc",
  },
};

describe("the configuration of the CMS", () => {
  test.each(Object.entries(HOSTS))("is one that the CMS takes, with %s", async (_, env) => {
    const schema = JSON.parse(await readFile("node_modules/@sveltia/cms/schema/sveltia-cms.json", "utf8"));
    const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    check(config(env));
    expect(check.errors ?? []).toEqual([]);
  });

  test("has the keys of the checker in each form, and the body below them", () => {
    for (const { name, fields } of config().collections) {
      const format = name === "plans" ? "plan" : name === "updates" ? "update" : "page";
      expect(fields.map(field => field.name)).toEqual([...fieldsOf(format).map(({ key }) => key), "body"]);
    }
  });

  test.each([
    ["plans", "## A. Mục\n\n### A.1. Việc\n- Chủ trì: Sở\n\n## Tổ chức\n- Báo cáo: hằng quý\n", true],
    ["plans", "Lời văn.\n\n##  1 Việc\n\n- Thời hạn: Quý I\n", true],
    ["plans", "## Việc\n- Chủ trì: Sở\n", false],
    ["plans", "## A.1. Việc\n- Chủ trì: Sở\n\n### **A.2.** Việc\n\n- Thời hạn: Quý I\n", false],
    ["updates", "## A.1\n- Trạng thái: Hoàn thành\n", true],
    ["updates", "## Kiểm tra\n- Trạng thái: Hoàn thành\n", false],
    ["updates", "", true],
  ])("the text of %s tells of a task without an id before it is saved: %j", (name, body, isTaken) => {
    const { fields = [] } = config().collections.find(collection => collection.name === name) ?? {};
    const [pattern = "", message] = fields.find(field => field.name === "body")?.pattern ?? [];
    const [, source = "", flags] = /^\/(.+)\/(\w+)$/.exec(pattern) ?? [];
    expect(new RegExp(source, flags).test(body)).toBe(isTaken);
    expect(message).toContain("bắt đầu bằng mã");
  });

  test("offers the agencies and plans of the site", () => {
    const [plans, updates] = config().collections;
    const values = (fields: Config["collections"][number] | undefined, key: string) =>
      fields?.fields.find(({ name }) => name === key)?.options?.map(({ value }) => value);
    expect(values(plans, "agency")).toEqual(site.agencies.all.map(({ id }) => id));
    expect(values(updates, "plan")).toEqual(["vi-du-2023"]);
  });
});

test("every word that is put in its place is one of the CMS", async () => {
  const read = async (name: string) =>
    JSON.parse(await readFile(`node_modules/@sveltia/cms/locales/${name}.json`, "utf8"));
  const keysOf = (words: object, path = ""): string[] =>
    Object.entries(words).flatMap(([key, word]) =>
      typeof word === "object" ? keysOf(word, `${path}${key}.`) : [`${path}${key}`],
    );
  const known = new Set(keysOf(await read("en-US")));
  expect(keysOf(ADMIN_WORDS).filter(key => !known.has(key))).toEqual([]);
  const translated = new Set(keysOf(await read("vi")));
  const spoken = JSON.parse(AdminLocale().replace(/^export default |;\n$/g, ""));
  expect([...translated].filter(key => !keysOf(spoken).includes(key))).toEqual([]);
});

describe("ADMIN", () => {
  test("off leaves the page and its files out", () => {
    expect(data.permalink({ settings: settings({}) })).toBe("/quan-tri/");
    expect(Object.keys(adminFiles(settings({})))).not.toEqual([]);
    expect(data.permalink({ settings: settings({ ADMIN: "off" }) })).toBe(false);
    expect(adminFiles(settings({ ADMIN: "off" }))).toEqual({});
  });

  test("the page may ask the Git host that is configured, and no other place", () => {
    const connect = (env: Record<string, string>) =>
      /connect-src ([^;]*)/.exec(adminPolicy(settings(env).admin?.host))?.[1];
    expect(connect({})).toBe("'self' data: blob:");
    expect(connect(HOSTS["GitHub with access tokens"])).toBe("'self' data: blob: https://api.github.com");
    expect(connect(HOSTS["a GitLab of one's own"])).toBe("'self' data: blob: https://git.vi-du.example");
  });

  test.each([
    [
      { ADMIN_BACKEND: "gitlb", ADMIN_REPO: "a/b" },
      "ADMIN_BACKEND:1:1: không có máy chủ Git loại “gitlb”; có phải ý bạn là “gitlab”?",
    ],
    [
      { ADMIN_REPO: "a/b" },
      "ADMIN_BACKEND:1:1: thiếu loại máy chủ Git, mà có ADMIN_REPO; đặt ADMIN_BACKEND là một trong: github, gitlab, gitea",
    ],
    [{ ADMIN: "of" }, "ADMIN:1:1: “of” không có nghĩa; đặt ADMIN=off để bỏ trang quản trị, hoặc bỏ trống"],
    [
      { SITE_URL: "vi-du.vn" },
      "SITE_URL:1:1: “vi-du.vn” không phải địa chỉ của trang; đặt SITE_URL dạng https://ten-mien.vn",
    ],
    [
      { SITE_URL: "https://vi-du.vn/cchc/" },
      "SITE_URL:1:1: “https://vi-du.vn/cchc” có đường dẫn sau tên miền; đặt SITE_URL=https://vi-du.vn và PATH_PREFIX=/cchc/",
    ],
    [
      { PATH_PREFIX: "cải cách" },
      "PATH_PREFIX:1:1: “cải cách” không dùng làm đường dẫn được; chỉ dùng chữ không dấu, chữ số và gạch nối, dạng /cchc/",
    ],
    [{ ADMIN_BACKEND: "github" }, "ADMIN_REPO:1:1: “” không phải kho mã; đặt ADMIN_REPO dạng chủ-sở-hữu/kho"],
    [
      { ADMIN_BACKEND: "gitea", ADMIN_REPO: "a/b", ADMIN_ORIGIN: "git.vi-du.example" },
      "ADMIN_ORIGIN:1:1: “git.vi-du.example” không phải địa chỉ máy chủ; đặt dạng https://git.vi-du.example",
    ],
  ])("a wrong setting is a problem: %o", (env, problem) => {
    const { problems, admin } = settings(env as Record<string, string>);
    expect(problems.map(formatProblem)).toEqual([problem]);
    expect(admin?.host).toBeUndefined();
  });
});
