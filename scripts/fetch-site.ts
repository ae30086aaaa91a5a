import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";

/** Redirects that are followed; more is a circle or a maze. */
const REDIRECTS = 3;

/** A file that could not be had: the site is away, refuses, or sends more than it said. */
export class FetchError extends Error {}

/** What a site sends is not what it promised, or no data at all. */
export class WrongData extends Error {}

/** Reads a text file of another site. */
export async function readSiteText(
  address: string,
  path: string,
  limit: number,
  signal: AbortSignal,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readSiteFile(address, path, limit, signal)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/**
 * Writes a file of another site to the disk as it comes, and holds its length and digest against what was promised.
 * @param name what the site calls the file in its list
 * @throws WrongData with a Vietnamese clause
 */
export async function fetchPromised(
  address: string,
  path: string,
  { name, bytes, sha256 }: { name: string; bytes: number; sha256: string },
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const digest = createHash("sha256");
  let length = 0;
  const file = await open(target, "w");
  try {
    for await (const piece of readSiteFile(address, path, bytes, signal)) {
      digest.update(piece);
      length += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  if (length !== bytes) throw new WrongData(`${name} dài ${length} byte, bản kê ghi ${bytes}`);
  if (digest.digest("hex") !== sha256) throw new WrongData(`${name} không khớp mã băm của bản kê`);
}

/**
 * Reads a file of another site piece by piece, from the web or from a folder.
 * @param address root of the site: a web address with a slash at the end, or a folder
 * @param limit bytes after which reading stops
 * @param signal ends waiting and reading
 * @throws FetchError with a Vietnamese clause
 */
async function* readSiteFile(
  address: string,
  path: string,
  limit: number,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  try {
    const pieces = /^https?:/i.test(address)
      ? await get(new URL(path, address), signal)
      : createReadStream(join(address, path), { signal });
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > limit) throw new FetchError(`${path} dài hơn ${limit} byte`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError(`${path}: ${signal.aborted ? "quá thời gian chờ" : reasonOf(error)}`);
  }
}

async function get(start: URL, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  let address = start;
  for (let turn = 0; turn <= REDIRECTS; turn++) {
    const response = await fetch(address, { redirect: "manual", signal });
    const next = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      address = new URL(next, address);
      if (!/^https?:$/.test(address.protocol)) throw new FetchError(`chuyển hướng tới ${address.protocol}`);
      if (hostOf(address) !== hostOf(start)) throw new FetchError(`chuyển hướng sang ${address.host}`);
      continue;
    }
    if (response.ok && response.body) return response.body;
    await response.body?.cancel();
    throw new FetchError(`${start.pathname}: máy chủ trả lời ${response.status}`);
  }
  throw new FetchError(`${start.pathname}: chuyển hướng quá ${REDIRECTS} lần`);
}

/**
 * What a redirect may not change: it may lead to the other protocol, or to the name with or without www, but to no other
 * machine, which might be one that only the portal can reach.
 */
function hostOf({ host }: URL): string {
  return host.replace(/^www\./, "");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "không có tệp này",
  ECONNREFUSED: "máy chủ không nhận kết nối",
  ECONNRESET: "máy chủ ngắt kết nối",
  UND_ERR_SOCKET: "máy chủ ngắt kết nối",
  ENOTFOUND: "không có tên miền này",
  EAI_AGAIN: "không tra được tên miền",
  CERT_HAS_EXPIRED: "chứng thư của máy chủ đã hết hạn",
};

/** The failure in words, or the system's own short name of a rare one. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = errorCode(cause) ?? cause.message;
  return REASONS[code] ?? code;
}
