import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SERVERS } from "./find-servers.ts";
import { freePort } from "./ports.ts";

/** A real web server on loopback. */
export interface RunningServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts nginx as the container does, but for its places: a shipped configuration inside `scripts/serving/container.conf`. */
export async function startNginx(folder: string, shipped: string): Promise<RunningServer> {
  const home = join(folder, "nginx");
  const port = await freePort();
  await mkdir(home, { recursive: true });
  let config = await readFile("scripts/serving/container.conf", "utf8");
  for (const [inContainer, here] of [
    ["include /etc/nginx/modules-enabled/*.conf;", `load_module ${SERVERS.brotli};`],
    ["/dev/stdout", "off"],
    ["/tmp/", `${home}/`],
    ["listen 8080", `listen 127.0.0.1:${port}`],
    ["/srv/minh-bach/current/serving/nginx.conf", shipped],
  ] as const) {
    if (!config.includes(inContainer)) throw new Error(`container.conf has no ${inContainer}`);
    config = config.replaceAll(inContainer, here);
  }
  await writeFile(join(home, "nginx.conf"), config);
  const words = ["-p", home, "-c", join(home, "nginx.conf"), "-e", "stderr", "-g", "daemon off; user root;"];
  return start(SERVERS.nginx, words, port);
}

/** Starts Caddy with a shipped configuration inside the smallest site block. */
export async function startCaddy(folder: string, shipped: string): Promise<RunningServer> {
  const home = join(folder, "caddy");
  const port = await freePort();
  await mkdir(home, { recursive: true });
  await writeFile(
    join(home, "Caddyfile"),
    `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  import ${shipped}
}
`,
  );
  return start(
    SERVERS.caddy,
    ["run", "--config", join(home, "Caddyfile"), "--adapter", "caddyfile"],
    port,
    home,
  );
}

async function start(command: string, words: string[], port: number, home?: string): Promise<RunningServer> {
  const env =
    home === undefined
      ? process.env
      : { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const child = spawn(command, words, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", text => {
    said += text;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) break;
    if (
      await fetch(origin).then(
        answer => answer.arrayBuffer(),
        () => undefined,
      )
    )
      return { origin, stop: () => stop(child) };
    await new Promise(fulfil => setTimeout(fulfil, 100));
  }
  await stop(child);
  throw new Error(`${command} does not answer:\n${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise(fulfil => child.once("close", fulfil));
  child.kill("SIGTERM");
  await ended;
}
