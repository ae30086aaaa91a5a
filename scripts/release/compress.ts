import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { forEachAtOnce } from "../at-once.ts";
import { isHashed, isText } from "../serving/headers.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Files at once: Node packs in four threads. */
const AT_ONCE = 4;

/** What a packed answer saves on a smaller file is lost in the headers. */
const SMALLEST = 256;

/**
 * What brotli looks back over, as a power of two, for files that are no larger than it. For a larger window it takes 32 MB of
 * the system for each file and gives them back, which costs eight times as much as packing a page, for a thousandth of the bytes.
 */
const SMALL_WINDOW = 16;

/**
 * Lays a brotli and a gzip twin beside every text file that gains by it, for servers that send them as they are.
 * What is kept for good in the browser is packed as tightly as can be; the last step of brotli takes thirty times as
 * long for a seventh of the bytes, too long for every page.
 * @param onFile is called after each file
 */
export async function compressFiles(
  folder: string,
  names: readonly string[],
  onFile: () => void = () => {},
): Promise<void> {
  await forEachAtOnce(names.filter(isText), AT_ONCE, async name => {
    const bytes = await readFile(join(folder, name));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: isHashed(name) ? 11 : 9,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      ...(bytes.length <= 2 ** SMALL_WINDOW && { [constants.BROTLI_PARAM_LGWIN]: SMALL_WINDOW }),
    };
    if (bytes.length >= SMALLEST)
      for (const [ending, packed] of [
        [".br", await brotli(bytes, { params })],
        [".gz", await zip(bytes, { level: 9 })],
      ] as const)
        if (packed.length < bytes.length) await writeFile(join(folder, `${name}${ending}`), packed);
    onFile();
  });
}
