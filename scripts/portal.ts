import { join } from "node:path";
import { z } from "zod";
import { ask, openDuck, quote } from "./duck.ts";
import { countBy, getOrMake } from "./model/maps.ts";
import type { Peer } from "./model/peer.ts";
import type { PeerAgency, PeerPlan, PeerReport, Portal } from "./model/portal.ts";
import { LATE_KEYS, STATUS_KEYS, type StatusKey } from "./model/status.ts";
import { peerFolder, readHarvest } from "./read-harvest.ts";
import { isThere } from "./write.ts";

/**
 * Compares what was harvested of other sites. The questions are SQL over Parquet files in folders named `site=<id>`:
 * DuckDB answers them here, and the same files and questions do on any engine that reads Parquet.
 * @param folder where `npm run harvest` put the data
 */
export async function loadPortal(peers: readonly Peer[], folder: string): Promise<Portal> {
  const states = new Map((await readHarvest(folder)).map(state => [state.id, state]));
  const held: string[] = [];
  for (const { id } of peers) {
    if (await isThere(join(peerFolder(folder, id), "datapackage.json"))) held.push(id);
  }
  const { plans, agencies, tasks } = held.length > 0 ? await compare(folder, held) : NOTHING;
  const plansBySite = countBy(plans.map(({ site }) => site));
  const reports = peers.map(
    (peer): PeerReport => ({
      peer,
      state: states.get(peer.id),
      plans: plansBySite.get(peer.id) ?? 0,
      tasks: tasks.get(peer.id) ?? new Map(),
    }),
  );
  return { reports, plans, agencies };
}

type Compared = Pick<Portal, "plans" | "agencies"> & {
  readonly tasks: ReadonlyMap<string, ReadonlyMap<StatusKey, number>>;
};
const NOTHING: Compared = { plans: [], agencies: [], tasks: new Map() };

const PLANS = `
  SELECT p.site, p.id, p.title, p.agency_name AS agency, p.number, p.year_from, p.year_to,
    count(t.id)::INTEGER AS tasks,
    count(t.id) FILTER (t.status IN (${LATE_KEYS.map(quote).join()}))::INTEGER AS late
  FROM ke_hoach p LEFT JOIN nhiem_vu t ON t.site = p.site AND t.plan = p.id
  GROUP BY ALL ORDER BY p.year_to DESC, p.site, p.id`;

const TASKS = `
  SELECT site, status, count(*)::INTEGER AS count FROM nhiem_vu GROUP BY ALL ORDER BY ALL`;

const AGENCIES = `
  SELECT l.site, l.agency AS id, any_value(a.name) AS name, t.status,
    count(DISTINCT t.id)::INTEGER AS count
  FROM phan_cong l
  JOIN nhiem_vu t ON t.site = l.site AND t.id = l.task
  JOIN co_quan a ON a.site = l.site AND a.id = l.agency
  WHERE l.part = 'lead'
  GROUP BY l.site, l.agency, t.status ORDER BY l.site, l.agency, t.status`;

const planRow = z.object({
  site: z.string(),
  id: z.string(),
  title: z.string(),
  agency: z.string(),
  number: z.string().nullable(),
  year_from: z.int(),
  year_to: z.int(),
  tasks: z.int(),
  late: z.int(),
});
const status = z.enum(STATUS_KEYS);
const taskRow = z.object({ site: z.string(), status, count: z.int() });
const agencyRow = z.object({ site: z.string(), id: z.string(), name: z.string(), status, count: z.int() });

async function compare(folder: string, held: readonly string[]): Promise<Compared> {
  const duck = await openDuck(folder);
  const connection = await duck.connect();
  try {
    for (const table of ["ke-hoach", "nhiem-vu", "phan-cong", "co-quan"]) {
      const files = held.map(id => quote(join(peerFolder(folder, id), `${table}.parquet`)));
      // Named one by one: a site that is no longer listed leaves its folder behind.
      await connection.run(
        `CREATE VIEW ${table.replace("-", "_")} AS SELECT * FROM read_parquet([${files.join()}],
          hive_partitioning = true, hive_types_autocast = false)`,
      );
    }
    const plans = z.array(planRow).parse(await ask(connection, PLANS));
    const tasks = z.array(taskRow).parse(await ask(connection, TASKS));
    const agencies = z.array(agencyRow).parse(await ask(connection, AGENCIES));
    return { plans: plans.map(planOf), tasks: countsBySite(tasks), agencies: gatherAgencies(agencies) };
  } finally {
    connection.closeSync();
    duck.close();
  }
}

function planOf({ year_from, year_to, number, ...row }: z.output<typeof planRow>): PeerPlan {
  return { ...row, number: number ?? undefined, years: [year_from, year_to] };
}

function countsBySite(rows: readonly z.output<typeof taskRow>[]): Map<string, Map<StatusKey, number>> {
  const sites = new Map<string, Map<StatusKey, number>>();
  for (const { site, status, count } of rows) getOrMake(sites, site, () => new Map()).set(status, count);
  return sites;
}

/** Makes one entry of all rows of an agency, which stand together. */
function gatherAgencies(rows: readonly z.output<typeof agencyRow>[]): PeerAgency[] {
  const agencies: (PeerAgency & { tasks: Map<StatusKey, number> })[] = [];
  for (const { site, id, name, status, count } of rows) {
    const last = agencies.at(-1);
    if (last?.site === site && last.id === id) last.tasks.set(status, count);
    else agencies.push({ site, id, name, tasks: new Map([[status, count]]) });
  }
  return agencies;
}
