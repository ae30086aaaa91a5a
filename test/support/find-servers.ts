import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The web servers that the shipped configurations are for, with the module of nginx that sends brotli. */
export const SERVERS = {
  nginx: "/usr/sbin/nginx",
  brotli: "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
  caddy: "/usr/bin/caddy",
};

const PACKAGES = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];

/** What is missing of them. */
export function missingServers(): string[] {
  return Object.values(SERVERS).filter(file => !existsSync(file));
}

/** Installs Debian's packages without starting the servers; only root can. */
function installServers(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  // RUNLEVEL=1: the packages' own services stay asleep; the tests start servers of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const run = (...words: string[]) => spawnSync("apt-get", words, { stdio: "inherit", env });
  run("update");
  run("install", "-y", "--no-install-recommends", ...PACKAGES);
}

function main(): void {
  if (missingServers().length > 0) installServers();
  const missing = missingServers();
  if (missing.length === 0) return;
  console.error(
    `Thiếu ${missing.join(", ")} cho các phép thử máy chủ: cài bằng “sudo apt-get install -y ${PACKAGES.join(" ")}”.`,
  );
  process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) main();
