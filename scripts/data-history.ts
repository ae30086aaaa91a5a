import { NO_OTHERS, openVersions } from "./file-versions.ts";
import { readLog } from "./git.ts";
import { type DataCorrection, type DataHistory, diffIndices } from "./model/data-change.ts";
import { type Commit, dayOf, type FileHistory, followFiles, newestFirst } from "./model/history.ts";
import { type Index, parseIndex } from "./model/indices.ts";
import { cutResults, diffResults, type ResultTable } from "./model/result-versions.ts";
import { fileSlug } from "./model/source-file.ts";

/**
 * Reads from Git what was changed in indices and their results since they first came. Files that never changed cost
 * nothing but their line in the log; of the others each state is read once, and of a table only the rows that differ are
 * parsed. Only what was committed counts.
 * @returns undefined where the data is in no Git repository.
 */
export async function loadDataHistory(dataDir: string): Promise<DataHistory | undefined> {
  const log = await readLog(dataDir);
  const first = log?.commits[0];
  if (!log || !first) return undefined;
  const files = followFiles(log.commits).filter(
    ({ name, versions }) => versions.length > 1 && (RESULTS.test(name) || INDEX.test(name)),
  );
  const read = openVersions(dataDir, files);
  const corrections = new Map<string, DataCorrection>();
  for (const file of files) {
    const index = fileSlug(file.name);
    const changes = RESULTS.test(file.name) ? changesOfResults(file, read) : changesOfIndex(file, read);
    for await (const [{ id: commit, at, reason }, change] of changes) {
      const key = `${commit} ${index}`;
      const known = corrections.get(key) ?? {
        commit,
        at,
        reason,
        index,
        results: [],
        added: [],
        described: [],
      };
      corrections.set(key, { ...known, ...change });
    }
  }
  return {
    since: dayOf(first.at),
    isShallow: log.isShallow,
    corrections: newestFirst(corrections.values(), log.commits, ({ index }) => index),
  };
}

const RESULTS = /^results\/[^/]+\.csv$/;
const INDEX = /^indices\/[^/]+\.ya?ml$/;

type Changes = AsyncGenerator<readonly [Commit, Partial<DataCorrection>]>;
type Read = ReturnType<typeof openVersions>;

/** A state with problems was never published, so it is passed over, as are those of a plan (scripts/history.ts). */
async function* changesOfResults(file: FileHistory, read: Read): Changes {
  let before: ResultTable | undefined;
  for await (const { version, text } of read(file)) {
    const isRemoved = version.blob === undefined;
    if (text === undefined && !isRemoved) continue;
    const after = text === undefined ? undefined : cutResults(version.name, text);
    const change = before && diffResults(before, after);
    if (change === "after") continue;
    before = after;
    if (change === undefined || change === "before") continue;
    if (change.results.length + change.added.length > 0) yield [version.commit, change];
  }
}

async function* changesOfIndex(file: FileHistory, read: Read): Changes {
  let before: Index | undefined;
  for await (const { version, text } of read(file)) {
    const after =
      text === undefined
        ? undefined
        : parseIndex({ path: version.name, name: version.name, text }, NO_OTHERS, () => {});
    if (version.blob === undefined && before)
      yield [
        version.commit,
        { described: [{ part: "name", before: { text: before.name }, after: undefined }] },
      ];
    const described = before && after ? diffIndices(before, after) : [];
    if (described.length > 0) yield [version.commit, { described }];
    before = after ?? before;
  }
}
