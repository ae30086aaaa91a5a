import { posix } from "node:path";
import { NO_OTHERS, openVersions } from "./file-versions.ts";
import { readLog } from "./git.ts";
import { type Change, diffPlans, diffUpdates } from "./model/change.ts";
import {
  type Correction,
  dayOf,
  type FileHistory,
  type FileVersion,
  followFiles,
  type History,
  type Instant,
  newestFirst,
} from "./model/history.ts";
import { groupBy } from "./model/maps.ts";
import { type Plan, parsePlan } from "./model/plan.ts";
import { fileSlug } from "./model/source-file.ts";
import { parseUpdate, type Update } from "./model/update.ts";

/**
 * Reads from Git what was changed in plans and reports since they first came. Files that never changed cost nothing but
 * their line in the log; of the others each state is read and parsed once. Only what was committed counts.
 * @returns undefined where the content is in no Git repository.
 */
export async function loadHistory(contentDir: string): Promise<History | undefined> {
  const log = await readLog(contentDir);
  const first = log?.commits[0];
  if (!log || !first) return undefined;
  const files = followFiles(log.commits).filter(({ name }) => /^(plans|updates)\/.*\.md$/.test(name));
  const changed = files.filter(({ versions }) => versions.length > 1);
  const read = openVersions(contentDir, changed);
  const found: Correction[] = [];
  for (const file of changed) found.push(...(await correctionsOfFile(file, contentDir, read)));
  const corrections = newestFirst(found, log.commits, ({ path }) => path);
  const byPlan = groupBy(corrections, ({ plan }) => plan);
  const added = new Map<string, Instant>();
  for (const { name, versions } of files) {
    const commit = versions[0]?.commit;
    if (commit && !(log.isShallow && commit === first)) added.set(posix.join(contentDir, name), commit.at);
  }
  return { since: dayOf(first.at), isShallow: log.isShallow, corrections, byPlan, added };
}

type Content = { readonly plan: Plan } | { readonly update: Update };

/**
 * Compares each state of a file with the one before. A state with problems was never published, so it is passed over:
 * what changed since the last good one is dated by the next good one.
 */
async function correctionsOfFile(
  file: FileHistory,
  contentDir: string,
  read: ReturnType<typeof openVersions>,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  let before: Content | undefined;
  for await (const { version, text } of read(file)) {
    const after = text === undefined ? undefined : parseVersion(version, text);
    const removed = version.blob === undefined;
    const changes = before && (after || removed) ? diffContent(before, after) : [];
    const last = after ?? before;
    if (last && changes.length > 0)
      corrections.push({
        commit: version.commit.id,
        at: version.commit.at,
        path: posix.join(contentDir, version.name),
        plan: "plan" in last ? fileSlug(file.name) : last.update.plan,
        planTitle: "plan" in last ? last.plan.title : undefined,
        report: "plan" in last ? undefined : last.update.asOf,
        changes,
      });
    before = after ?? before;
  }
  return corrections;
}

function parseVersion({ name }: FileVersion, text: string): Content | undefined {
  const file = { path: name, name, text };
  if (name.startsWith("plans/")) {
    const plan = parsePlan(file, NO_OTHERS, () => {});
    return plan && { plan };
  }
  const update = parseUpdate(file, NO_OTHERS.agencies, "9999-12-31", () => {});
  return update && { update };
}

function diffContent(before: Content, after: Content | undefined): Change[] {
  if (!after) {
    const name = "plan" in before ? before.plan.title : before.update.asOf;
    return [{ id: undefined, title: undefined, field: "file", before: name, after: undefined }];
  }
  if ("plan" in before && "plan" in after) return diffPlans(before.plan, after.plan);
  return "update" in before && "update" in after ? diffUpdates(before.update, after.update) : [];
}
