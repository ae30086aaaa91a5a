import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redirect } from "../model/redirect.ts";
import { addressOf } from "../model/release.ts";
import { caddyConfig } from "../serving/caddy.ts";
import { hostHeaders, hostRedirects } from "../serving/hosts.ts";
import { nginxConfig } from "../serving/nginx.ts";
import type { Served } from "../serving/served.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "./store.ts";

/**
 * What web servers are told of the site: where it will stand when published, and which addresses have moved.
 * @param forwards files that lead on by rule, with the address that they lead to
 */
export function servedFrom(
  { folder }: Store,
  { pathPrefix }: Settings,
  redirects: readonly Redirect[],
  forwards: ReadonlyMap<string, string>,
): Served {
  const all = [
    // What stands after # never reaches a server.
    ...redirects.filter(({ from }) => !from.includes("#")),
    ...[...forwards].map(([name, to]) => ({ from: addressOf(name), to })),
  ];
  return {
    folder: join(folder, "current", "site"),
    pathPrefix,
    redirects: all.map(({ from, to }) => ({
      from: from.slice(1),
      to: to.startsWith("/") ? `${pathPrefix}${to.slice(1)}` : to,
    })),
  };
}

/**
 * Writes the configurations for the servers that stand before the site, and the files that static hosts read within it.
 * @param names files of the site
 * @returns the configurations as one text, to tell releases apart
 */
export async function writeServing(work: string, served: Served, names: readonly string[]): Promise<string> {
  const [nginx, caddy] = [nginxConfig(served), caddyConfig(served)];
  await mkdir(join(work, "serving"));
  await writeFile(join(work, "serving", "nginx.conf"), nginx);
  await writeFile(join(work, "serving", "Caddyfile"), caddy);
  await writeFile(join(work, "site", "_headers"), hostHeaders(served, names));
  await writeFile(join(work, "site", "_redirects"), hostRedirects(served));
  return nginx + caddy;
}
