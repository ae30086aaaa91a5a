import { type Dirent, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { DataHistory } from "./model/data-change.ts";
import type { History } from "./model/history.ts";
import { collectProblems, type Problem, type Report, startOf } from "./model/problem.ts";
import type { SourceFile } from "./model/source-file.ts";
import { compareText } from "./model/text-order.ts";

/** What was read from the disk, and the files that could not be. */
export interface Sources {
  readonly content: SourceFile[];
  readonly data: SourceFile[];
  readonly problems: Problem[];
  /** How the content came to be; undefined where it was not asked for or there is no repository. */
  readonly history?: History | undefined;
  /** The same of the data. */
  readonly dataHistory?: DataHistory | undefined;
}

/** Files as they were read, by path. The stamp tells whether a file changed since; it is empty where it cannot tell. */
export type LoadedFiles = Map<string, { readonly stamp: string; readonly file: SourceFile }>;

/**
 * Reads content/ and data/: the only place that does. Text leaves here as NFC with LF and no byte order mark.
 * A file of another kind, one that is neither UTF-8 nor UTF-16, and a folder that is not there are problems.
 * @param loaded filled with what was read; handed in again, a file that did not change is the same object as before
 */
export async function loadSources(
  { contentDir, dataDir }: { readonly contentDir: string; readonly dataDir: string },
  loaded?: LoadedFiles,
): Promise<Sources> {
  const { report, problems } = collectProblems();
  const read = async (folder: string, kinds: RegExp, rule: string): Promise<SourceFile[]> => {
    const files: SourceFile[] = [];
    const names = await listFiles(folder);
    if (names === undefined) {
      report(startOf(folder), "không có thư mục này", "tạo thư mục hoặc sửa CONTENT_DIR, DATA_DIR");
      return files;
    }
    for (const { name, kind } of names) {
      // With the same sign on every system: people and tools are told of it.
      const path = posix.join(folder, name);
      const place = startOf(path);
      if (kind === "link") {
        report(place, "liên kết tới tệp hay thư mục ở nơi khác không được đọc", "chép chính tệp đó vào đây");
        continue;
      }
      if (kind === "device") {
        report(place, "đây là đường ống hoặc thiết bị, không phải tệp", "xóa khỏi thư mục này");
        continue;
      }
      if (!kinds.test(name)) {
        const isCapital = kinds.test(name.toLowerCase());
        report(
          place,
          "tệp không thuộc định dạng của thư mục này",
          isCapital ? "đổi đuôi tệp thành chữ thường, như .md, .csv" : rule,
        );
        continue;
      }
      // One file after the other: for thousands of small ones, waiting for each costs more than reading it.
      const file = loaded ? readChanged(path, name, loaded) : readSource(path, name);
      if (file === undefined) report(...whyUnread(path));
      else files.push(file);
    }
    return files;
  };
  const data = await read(dataDir, /\.(csv|ya?ml)$/, "thư mục này chỉ chứa .csv và .yaml");
  const content = await read(contentDir, /\.md$/, "thư mục này chỉ chứa Markdown .md");
  return { content, data, problems };
}

function readSource(path: string, name: string): SourceFile | undefined {
  const text = decodeText(readFileSync(path));
  // Letters of two bytes each may pass for UTF-8, with a zero at every other place; a letter that was lost leaves a sign.
  return text === undefined || /[\0\uFFFD]/.test(text) || isConflict(text)
    ? undefined
    : { path, name, text: text.replaceAll("\f", " ") };
}

/** Whether Git left both versions of a place in a file, with its signs around them. */
function isConflict(text: string): boolean {
  return CONFLICT.test(text) && /^={7}$/m.test(text) && /^>{7}(?: |$)/m.test(text);
}

const CONFLICT = /^<{7}(?: |$)/m;

/** Where a file stops being text, or has two versions, and why. */
function whyUnread(path: string): Parameters<Report> {
  const bytes = readFileSync(path);
  const decoded = decodeText(bytes);
  if (decoded !== undefined && isConflict(decoded))
    return [
      { file: path, line: decoded.slice(0, decoded.search(CONFLICT)).split("\n").length, column: 1 },
      "hai người sửa cùng một chỗ, và Git để lại cả hai bản ở đây",
      "giữ bản đúng, rồi xóa các dòng <<<<<<<, =======, >>>>>>>",
    ];
  const text = decoded ?? new TextDecoder().decode(bytes);
  const before = text.slice(0, Math.max(text.search(/[\uFFFD\0]/), 0)).split("\n");
  const place = { file: path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  // Of letters of two bytes each, every other byte is a zero.
  if (!text.includes("\uFFFD") && text.split("\0").length * 4 < text.length)
    return [
      place,
      "ở chỗ này có ký tự rỗng (NUL), mắt không thấy",
      "xóa cả chữ ở chỗ này rồi gõ lại, hoặc chép nội dung sang một tệp mới",
    ];
  if (decoded?.includes("\uFFFD"))
    return [
      place,
      "ký tự � ở chỗ này thay cho một chữ đã mất khi chuyển mã",
      "gõ lại chữ ấy theo bản gốc, hoặc lấy lại tệp từ trước khi chuyển",
    ];
  const program = path.endsWith(".csv") ? "bằng Excel dạng CSV UTF-8" : "bằng Notepad, mã hóa UTF-8";
  return [
    place,
    "tệp không phải UTF-8, từ chỗ này",
    `mở bằng phần mềm đã ghi tệp và lưu lại ${program}; chữ TCVN3 (.VnTime), VNI thì chuyển sang Unicode trước`,
  ];
}

/** How long a file system may give one time to two changes, in milliseconds. */
const TICK = 50;

/** Reads a file unless it is what was read before: the same inode, of the same length, untouched since. */
function readChanged(path: string, name: string, loaded: LoadedFiles): SourceFile | undefined {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path);
  const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  const before = loaded.get(path);
  if (before?.stamp === stamp) return before.file;
  // What was touched just now may be touched again without another time.
  const isSettled = Date.now() - ctimeMs > TICK;
  const now = readSource(path, name);
  const file = now && before?.file.text === now.text ? before.file : now;
  if (file) loaded.set(path, { stamp: isSettled ? stamp : "", file });
  return file;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
/** What Notepad and the “Unicode Text” of Excel are, by the mark that they begin with. */
const UTF16 = [
  { mark: [0xff, 0xfe], decoder: new TextDecoder("utf-16le", { fatal: true }) },
  { mark: [0xfe, 0xff], decoder: new TextDecoder("utf-16be", { fatal: true }) },
];

/**
 * What Word, PDF and web pages put between letters: nobody sees it, and a name with it is another name; or it turns the
 * letters behind it around, and a name reads as another one. A page break stays: the import reads pages by it.
 */
const INVISIBLE = /[^\P{Cc}\0\t\n\f]|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
/** Spaces that look like the one of the keyboard and are none: Markdown knows no bullet and no heading by them. */
const OTHER_SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/;

/**
 * UTF-8, or UTF-16 with its mark, to NFC text with LF, plain spaces and without invisible signs; undefined when the bytes
 * are neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const wide = UTF16.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
    const text = (wide?.decoder ?? UTF8).decode(bytes);
    const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    const seen = INVISIBLE.test(lines) ? lines.replace(new RegExp(INVISIBLE, "gu"), "") : lines;
    const typed = OTHER_SPACE.test(seen) ? seen.replace(new RegExp(OTHER_SPACE, "g"), " ") : seen;
    return typed.normalize("NFC");
  } catch {
    return undefined;
  }
}

/** What a name in a folder may stand for; a device, or a pipe that nobody fills, would be read forever. */
type EntryKind = "file" | "link" | "device";

/** What macOS and Linux do not show, and what Windows and Office put beside other files and do not show. */
const HIDDEN = /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i;

/** Paths below a folder with `/`, sorted, hidden files left out; undefined when there is no such folder. */
async function listFiles(folder: string): Promise<{ name: string; kind: EntryKind }[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  return entries
    ?.filter(entry => !entry.isDirectory())
    .map(entry => ({
      name: join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"),
      kind: kindOf(entry),
    }))
    .filter(({ name }) => !name.split("/").some(part => HIDDEN.test(part)))
    .sort((a, b) => compareText(a.name, b.name));
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return "link";
  return entry.isFile() ? "file" : "device";
}
