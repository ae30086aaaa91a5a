import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { forEachAtOnce } from "./at-once.ts";
import { FetchError, fetchPromised, readSiteText, WrongData } from "./fetch-site.ts";
import { removeAtExit } from "./leftovers.ts";
import { parseJson } from "./model/json.ts";
import {
  BUNDLE_FILE,
  type Bundle,
  isWhatItSays,
  metaFiles,
  neededFiles,
  parseBundle,
} from "./model/search-bundle.ts";
import { PAGEFIND_VERSION } from "./pagefind-version.ts";
import { replaceFolder } from "./write.ts";

const unzip = promisify(gunzip);

/** Files of one site that are asked for at the same time. */
const AT_ONCE = 6;

/** What Pagefind's own files begin with, unpacked. */
const SIGNATURE = "pagefind_dcd";

/** What one file of an index may be at most, unpacked, and all of them together: a small file can unpack to anything. */
const FILE_UNPACKED = 1 << 27;
const ALL_UNPACKED = 1 << 30;

/**
 * Fetches the search index of another site. What is held is replaced only by an index that is whole, of the digests that
 * its list promises, and readable; one of another format is given up, since nothing here could read it.
 * @param kept folder of the index that is held
 * @returns why nothing was taken, as a Vietnamese clause; undefined when what is held is the site's present index
 */
export async function harvestIndex(
  address: string,
  kept: string,
  bounds: { readonly indexBytes: number; readonly bundleBytes: number },
  signal: AbortSignal,
): Promise<string | undefined> {
  const next = join(dirname(kept), `.next-${basename(kept)}`);
  removeAtExit(next);
  try {
    const text = await readSiteText(address, BUNDLE_FILE, bounds.bundleBytes, signal);
    const before = await readFile(join(kept, "bundle.json"), "utf8").catch(() => "");
    const bundle = parseBundle(text, PAGEFIND_VERSION);
    if ("reason" in bundle) {
      if (bundle.foreign) await rm(kept, { recursive: true, force: true });
      return bundle.reason;
    }
    if (text === before) return undefined;
    if (bundle.files.reduce((sum, { bytes }) => sum + bytes, 0) > bounds.indexBytes)
      return `chỉ mục tìm kiếm dài hơn ${bounds.indexBytes} byte`;
    await rm(next, { recursive: true, force: true });
    await fetchAll(bundle, parseBundle(before, PAGEFIND_VERSION), { address, kept, next, signal });
    await checkIndex(bundle, next);
    await writeFile(join(next, "bundle.json"), text);
    await replaceFolder(next, kept);
    return undefined;
  } catch (error) {
    if (!(error instanceof WrongData || error instanceof FetchError)) throw error;
    return error.message;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** Fetches the files of a list that are not held already, a few at a time. */
async function fetchAll(
  { files }: Bundle,
  held: ReturnType<typeof parseBundle>,
  { address, kept, next, signal }: { address: string; kept: string; next: string; signal: AbortSignal },
): Promise<void> {
  const digests = new Map("reason" in held ? [] : held.files.map(({ path, sha256 }) => [path, sha256]));
  for (const folder of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(next, folder), { recursive: true });
  await forEachAtOnce(files, AT_ONCE, ({ path, bytes, sha256 }) =>
    digests.get(path) === sha256
      ? copyFile(join(kept, path), join(next, path))
      : fetchPromised(address, path, { name: path, bytes, sha256 }, join(next, path), signal),
  );
}

/** Unpacks and reads every file: one whose digest is right may still be something else. */
async function checkIndex({ files }: Bundle, folder: string): Promise<void> {
  const paths = new Set(files.map(({ path }) => path));
  const needed = [["pagefind/records.pack"]];
  let room = ALL_UNPACKED;
  for (const { path } of files) {
    const bytes = await readFile(join(folder, path));
    if (path.endsWith(".json")) {
      const metas = metaFiles(readJson(bytes, path));
      if (metas === undefined) throw new WrongData(`${path} không đọc được`);
      needed.push(metas.map(meta => join(dirname(path), meta)));
      continue;
    }
    const maxOutputLength = Math.min(room, FILE_UNPACKED);
    const unpacked = await unzip(bytes, { maxOutputLength }).catch(() => undefined);
    if (!unpacked) throw new WrongData(`${path} không giải nén được`);
    room -= unpacked.length;
    if (!path.endsWith(".pack")) {
      if (unpacked.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE)
        throw new WrongData(`${path} không phải tệp của Pagefind`);
      continue;
    }
    const json = readJson(unpacked, path);
    if (!isWhatItSays(path, json)) throw new WrongData(`${path} không đọc được`);
    if (path === "pagefind/records.pack") needed.push(neededFiles(json));
  }
  const missing = needed.flat().find(path => !paths.has(path));
  if (missing !== undefined) throw new WrongData(`bản kê thiếu ${missing}`);
}

function readJson(bytes: Buffer, path: string): unknown {
  const json = parseJson(bytes.toString("utf8"));
  if (json === undefined) throw new WrongData(`${path} không phải JSON`);
  return json;
}
