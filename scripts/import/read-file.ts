import { unzipSync } from "fflate";
import { decodeText } from "../load.ts";
import { type Note, type SourceDocument, textsOf } from "./blocks.ts";
import { decodeWindows1258 } from "./code-page.ts";
import { findLegacyText, findLostText } from "./legacy-letters.ts";
import { readCsv } from "./read-csv.ts";
import { readText } from "./read-text.ts";

/** Why a file is not imported: one sentence for its owner. */
export interface Refusal {
  readonly refused: string;
}

/** Nobody's plan is larger; what is would fill memory. */
const LARGEST = 30 * 1024 * 1024;
const LARGEST_UNPACKED = 300 * 1024 * 1024;

/** What other office files are to be saved as. */
const RESAVED = new Map([
  ...["odt", "rtf", "docm", "dotx", "wps", "doc"].map(ending => [ending, ".docx"] as const),
  ...["ods", "xlsm", "xlsb", "xltx", "et", "xls"].map(ending => [ending, ".xlsx"] as const),
]);

/**
 * Reads a file by its ending, and by what is really in it. The libraries for Word, Excel and HTML take longer to load than
 * most files to read: each is loaded for a file of its kind.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  note: Note,
): Promise<SourceDocument | Refusal> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (bytes.length === 0) return refuse(`tệp “${name}” trống`);
  if (bytes.length > LARGEST)
    return refuse(
      `tệp “${name}” nặng ${Math.round(bytes.length / 1024 / 1024)} MB, quá mức ${LARGEST / 1024 / 1024} MB; bỏ hình ảnh hoặc tách tệp rồi nhập lại`,
    );
  const kind = kindOf(bytes);
  if (
    !["docx", "xlsx", "csv", "tsv", "html", "htm", "txt", "md"].includes(ending) &&
    kind !== "old" &&
    kind !== "pdf"
  )
    return refuse(
      `${ending === "" ? `tệp “${name}” không có đuôi` : `không nhập được tệp đuôi “.${ending}”`}; ${RESAVED.has(ending) ? `mở ra và lưu lại thành ${RESAVED.get(ending)} rồi nhập lại` : "các đuôi nhập được: .docx, .xlsx, .csv, .tsv, .html, .txt"}`,
    );
  if (kind === "locked") return refuse(`tệp “${name}” đặt mật khẩu; bỏ mật khẩu rồi lưu lại`);
  if (kind === "old")
    return refuse(
      `tệp “${name}” là Word hoặc Excel đời cũ (.doc, .xls); mở ra và lưu lại thành .docx hoặc .xlsx`,
    );
  if (kind === "pdf")
    return refuse(`tệp “${name}” là PDF; chép chữ trong đó ra một tệp .txt rồi nhập tệp ấy`);
  const isOffice = ending === "docx" || ending === "xlsx";
  if (isOffice !== (kind === "zip"))
    return refuse(
      isOffice
        ? `tệp “${name}” mang đuôi .${ending} nhưng bên trong không phải; mở bằng phần mềm gốc và lưu lại`
        : `tệp “${name}” mang đuôi .${ending} nhưng bên trong là tệp nén hoặc tệp Word, Excel; sửa lại đuôi tệp`,
    );
  const source = isOffice
    ? await readOffice(bytes, name, ending, note)
    : await readPlain(bytes, name, ending, note);
  if ("refused" in source) return source;
  const isEmpty = source.blocks.every(block => block.kind === "table" && block.rows.length === 0);
  if (isEmpty) return refuse(`tệp “${name}” không có chữ nào`);
  const legacy = findLegacyText(textsOf(source).map(({ text }) => text));
  return legacy === undefined
    ? source
    : refuse(
        `tệp “${name}” được gõ bằng phông chữ cũ như .VnTime (TCVN3) hay VNI, đọc ra là “${legacy}”; chuyển cả tệp sang Unicode, bằng UniKey chẳng hạn, rồi nhập lại`,
      );
}

function refuse(refused: string): Refusal {
  return { refused };
}

async function readOffice(
  bytes: Uint8Array,
  name: string,
  ending: string,
  note: Note,
): Promise<SourceDocument | Refusal> {
  const read =
    ending === "docx" ? (await import("./read-docx.ts")).readDocx : (await import("./read-xlsx.ts")).readXlsx;
  try {
    let size = 0;
    const parts = new Set<string>();
    unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        size += originalSize;
        parts.add(part);
        return false;
      },
    });
    if (size > LARGEST_UNPACKED) return refuse(`tệp “${name}” giải nén ra quá lớn; tách tệp rồi nhập lại`);
    const inside = parts.has("word/document.xml")
      ? "docx"
      : parts.has("xl/workbook.xml")
        ? "xlsx"
        : undefined;
    if (inside === undefined) return refuse(`tệp “${name}” không phải tệp Word hay Excel`);
    if (inside !== ending)
      return refuse(
        `tệp “${name}” mang đuôi .${ending} nhưng bên trong là .${inside}; đổi đuôi tệp rồi nhập lại`,
      );
    return await read(bytes, note);
  } catch {
    return refuse(`tệp “${name}” bị hỏng, không mở được; mở bằng phần mềm gốc và lưu lại`);
  }
}

async function readPlain(
  bytes: Uint8Array,
  name: string,
  ending: string,
  note: Note,
): Promise<SourceDocument | Refusal> {
  const utf8 = decodeText(bytes);
  const text = utf8 ?? decodeWindows1258(bytes);
  if (text === undefined)
    return refuse(
      `tệp “${name}” không phải chữ UTF-8; lưu lại với bảng mã UTF-8 (trong Excel: Lưu thành, CSV UTF-8), chữ TCVN3 hay VNI thì chuyển sang Unicode trước`,
    );
  if (utf8 === undefined) note("reading", 0, "tệp theo bảng mã Windows-1258, đã chuyển sang Unicode");
  if (text.includes("\0")) return refuse(`tệp “${name}” là tệp nhị phân, không có chữ để nhập`);
  if (text.trim() === "") return refuse(`tệp “${name}” không có chữ nào`);
  const lost = findLostText(text);
  if (lost !== undefined)
    return refuse(
      `chữ có dấu trong tệp “${name}” đã mất khi lưu (“${lost}”); mở bản gốc và lưu lại dạng CSV UTF-8`,
    );
  if (ending === "csv" || ending === "tsv") return readCsv(text, note);
  if (ending === "html" || ending === "htm") return (await import("./read-html.ts")).readHtml(text, note);
  return readText(text, note);
}

/** What the first bytes say. */
function kindOf(bytes: Uint8Array): "zip" | "locked" | "old" | "pdf" | "other" {
  const starts = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (!starts(0xd0, 0xcf, 0x11, 0xe0)) return "other";
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "locked" : "old";
}
