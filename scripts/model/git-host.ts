import { z } from "zod";
import { type Report, startOf } from "./problem.ts";
import { suggest } from "./vietnamese.ts";

const HOSTS = ["github", "gitlab", "gitea"] as const;

/** Where the editing page sends what people write, besides a folder of their own machine. */
export interface GitHost {
  readonly name: (typeof HOSTS)[number];
  /** `owner/repository`. */
  readonly repo: string;
  /** undefined = the repository's main branch. */
  readonly branch: string | undefined;
  /** Origin of a host of one's own, `https://git.vi-du.example`; undefined = the public one. */
  readonly origin: string | undefined;
  /** Id of the OAuth application; undefined = people sign in with an access token. */
  readonly appId: string | undefined;
}

/**
 * Reads ADMIN_BACKEND (github, gitlab or gitea), ADMIN_REPO, ADMIN_BRANCH, ADMIN_ORIGIN and ADMIN_APP_ID.
 * @returns undefined when no host is named, or when what is named was reported.
 */
export function parseGitHost(
  env: Readonly<Record<string, string | undefined>>,
  report: Report,
): GitHost | undefined {
  const name = env.ADMIN_BACKEND;
  if (!name) {
    const set = ["ADMIN_REPO", "ADMIN_BRANCH", "ADMIN_ORIGIN", "ADMIN_APP_ID"].find(setting => env[setting]);
    if (set !== undefined)
      report(
        startOf("ADMIN_BACKEND"),
        `thiếu loại máy chủ Git, mà có ${set}`,
        `đặt ADMIN_BACKEND là một trong: ${HOSTS.join(", ")}`,
      );
    return undefined;
  }
  const known = HOSTS.find(host => host === name);
  const repo = env.ADMIN_REPO ?? "";
  const origin = env.ADMIN_ORIGIN || undefined;
  const isRepo = /^[\w.-]+(\/[\w.-]+)+$/.test(repo);
  const isOrigin = origin === undefined || z.url({ protocol: /^https$/ }).safeParse(origin).success;
  if (!known)
    report(
      startOf("ADMIN_BACKEND"),
      `không có máy chủ Git loại “${name}”`,
      suggest(name, HOSTS, `dùng một trong: ${HOSTS.join(", ")}`),
    );
  if (!isRepo)
    report(startOf("ADMIN_REPO"), `“${repo}” không phải kho mã`, "đặt ADMIN_REPO dạng chủ-sở-hữu/kho");
  if (!isOrigin)
    report(
      startOf("ADMIN_ORIGIN"),
      `“${origin}” không phải địa chỉ máy chủ`,
      "đặt dạng https://git.vi-du.example",
    );
  if (!known || !isRepo || !isOrigin) return undefined;
  return {
    name: known,
    repo,
    branch: env.ADMIN_BRANCH || undefined,
    origin: origin && new URL(origin).origin,
    appId: env.ADMIN_APP_ID || undefined,
  };
}

const PUBLIC_API = {
  github: "https://api.github.com",
  gitlab: "https://gitlab.com/api/v4",
  gitea: "https://gitea.com/api/v1",
};
const OWN_API = { github: "/api/v3", gitlab: "/api/v4", gitea: "/api/v1" };

/** Address of the host's programming interface: the only place outside the site that the editing page asks. */
export function apiOf({ name, origin }: GitHost): string {
  return origin === undefined ? PUBLIC_API[name] : origin + OWN_API[name];
}
