import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { serveSite } from "../../scripts/serve.ts";
import { publishPackage } from "./package.ts";
import { originOf } from "./ports.ts";
import { runScript } from "./run.ts";

/** Other sites of the portal, and the tasks of the one plan that each has published. */
const PEERS = {
  an: ["An", "Kiểm tra công vụ", "Số hóa hồ sơ địa chính"],
  binh: ["Bình", "Rà soát, kiểm tra thủ tục", "Đo đạc đường địa giới"],
  cuong: ["Cường", "Kiểm tra nội bộ", "Trồng cây phân tán"],
} as const;

/** A portal and the sites that it searches, as they are built and served. */
export interface PortalSites {
  /** The folder in which a site is built: that of the portal is `cong`. */
  readonly builtAt: (id: string) => string;
  /** Where each site is served, by its id. */
  readonly origins: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

/** Builds and serves three sites and a portal that harvested them twice, the second time not all of them well. */
export async function openPortal(): Promise<PortalSites> {
  const folder = await mkdtemp(join(tmpdir(), "minh-bach-portal-search-"));
  const servers: Server[] = [];
  const close = async () => {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await makePortal(folder, servers)), close };
  } catch (error) {
    // Nobody else closes a portal that did not open.
    await close();
    throw error;
  }
}

/** Builds and serves all sites, the portal last. */
async function makePortal(folder: string, servers: Server[]): Promise<Omit<PortalSites, "close">> {
  const origins = new Map<string, string>();
  const builtAt = (id: string) => join(folder, id, "site");

  async function build(id: string): Promise<void> {
    const built = await runScript("scripts/build.ts", settingsOf(id), ["--whole"]);
    if (built.code !== 0) throw new Error(built.stderr);
  }

  const settingsOf = (id: string) => ({
    CONTENT_DIR: join(folder, id, "content"),
    DATA_DIR: join(folder, id, "data"),
    OUTPUT_DIR: builtAt(id),
    HARVEST_DIR: join(folder, "harvest"),
    AS_OF: "2023-10-01",
    ADMIN: "off",
  });

  async function serve(id: string): Promise<Server> {
    const server = await serveSite(builtAt(id), "/", 0);
    origins.set(id, originOf(server));
    servers.push(server);
    return server;
  }

  const deadline = "Quý II/2023";
  for (const [id, [name, first, second]] of Object.entries(PEERS)) {
    if (id === "an") continue;
    await publishPackage(builtAt(id), name, [
      ["A.1", deadline, first],
      ["A.2", deadline, second],
    ]);
  }
  // Its pages are read, too.
  const [name, ...tasks] = PEERS.an;
  await write(
    join(folder, "an/data/agencies.csv"),
    `id,name,kind,level,parent\nubnd,Ủy ban nhân dân tỉnh ${name},body,province,\nso-noi-vu,Sở Nội vụ,agency,province,ubnd\n`,
  );
  await write(
    join(folder, "an/content/plans/ubnd/cchc-2023.md"),
    `---\ntitle: Kế hoạch của tỉnh ${name}\nagency: ubnd\nyear: 2023\nstate: issued\n---\n${tasks
      .map((task, i) => `## A.${i + 1}. ${task}\n- Chủ trì: Sở Nội vụ\n- Thời hạn: ${deadline}\n`)
      .join("\n")}`,
  );
  await build("an");
  const [, binh] = [await serve("an"), await serve("binh"), await serve("cuong")];
  await cp("test/fixtures/good", join(folder, "cong"), { recursive: true });
  await write(
    join(folder, "cong/data/sites.csv"),
    `id,name,address\n${Object.entries(PEERS)
      .map(([id, [name]]) => `${id},Tỉnh ${name},${origins.get(id)}\n`)
      .join("")}vang,Tỉnh Vắng,${join(folder, "vang")}\n`,
  );
  // The second time one is away, and one sends rubbish in its index; what was last good of both is searched.
  const first = await runScript("scripts/harvest.ts", settingsOf("cong"));
  expect(first.stdout).toContain("4 trang, 1 trang không lấy được hoặc sai.");
  binh?.closeAllConnections();
  binh?.close();
  const index = join(builtAt("cuong"), "pagefind");
  await writeFile(join(index, "records.pack"), "<html>Bảo trì</html>");
  const list = await readFile(join(index, "bundle.json"), "utf8");
  await writeFile(
    join(index, "bundle.json"),
    list.replace(/("pagefind\/records\.pack","bytes":\d+,"sha256":")\w+/, `$1${"0".repeat(64)}`),
  );
  const second = await runScript("scripts/harvest.ts", settingsOf("cong"));
  expect(second.stderr).toContain("binh: KHÔNG LẤY ĐƯỢC");
  expect(second.stderr).toMatch(
    /cuong: không lấy được chỉ mục tìm kiếm \(pagefind\/records\.pack dài 23 byte, bản kê ghi \d+\)/,
  );
  await build("cong");
  await serve("cong");
  return { builtAt, origins };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
