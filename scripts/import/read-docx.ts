import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import type { Note, SourceDocument } from "./blocks.ts";
import { openLegacyFonts } from "./docx-fonts.ts";
import { numberParagraphs } from "./docx-numbers.ts";
import { readHtml } from "./read-html.ts";
import { start } from "./words.ts";

const BODY = "word/document.xml";
const STYLES = "word/styles.xml";
/** Parts that hold words. */
const WORDS = /^word\/(?:document|footnotes|endnotes|comments|(?:header|footer)\d*)\.xml$/;

/**
 * A Word file through mammoth. What was deleted in tracked changes is out and what was inserted is in; text boxes
 * keep their text; numbers that Word counts by itself are written out first, for mammoth gives lists without them.
 */
export async function readDocx(bytes: Uint8Array, note: Note): Promise<SourceDocument> {
  const files = unzipSync(bytes);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : "");
  for (const name of Object.keys(files).filter(name => WORDS.test(name)))
    files[name] = strToU8(openLegacyFonts(part(name), part(STYLES), note));
  if (files[BODY]) {
    tellUnread(files, note);
    files[BODY] = strToU8(
      numberParagraphs(
        openTextBoxes(openFields(fillGrid(dropHidden(dropPlaceholders(part(BODY), note), note)), note)),
        part("word/numbering.xml"),
        part(STYLES),
      ),
    );
    // Without this part, which some programs leave out, mammoth fails at a table that has a style.
    files[STYLES] ??= strToU8(
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    );
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), includeDefaultStyleMap: true },
  );
  if (value.includes("<img"))
    note("dropped", 0, `${value.split("<img").length - 1} hình; thêm lại bằng tay nếu cần`);
  return readHtml(value, note);
}

/** Parts of the file that mammoth leaves aside, and what they are. */
const ASIDE: readonly (readonly [part: RegExp, name: string])[] = [
  [/^word\/comments\.xml$/, "lời bình"],
  [/^word\/(?:header|footer)\d*\.xml$/, "đầu trang hoặc chân trang"],
];

/** Says what of the file is not read, and that it holds more than one wording. */
function tellUnread(files: Unzipped, note: Note): void {
  for (const [path, bytes] of Object.entries(files)) {
    const name = ASIDE.find(([part]) => part.test(path))?.[1];
    for (const [paragraph] of name ? strFromU8(bytes).matchAll(/<w:p[\s>][\s\S]*?<\/w:p>/g) : []) {
      const words = textOf(paragraph, "w:t");
      // A number of a page says nothing.
      if (/\p{L}/u.test(words)) note("dropped", 0, `${name} “${start(words)}”; thêm lại bằng tay nếu cần`);
    }
  }
  if (/<w:(?:ins|del|moveFrom|moveTo)\s/.test(strFromU8(files[BODY] ?? new Uint8Array())))
    note("reading", 0, "tệp còn sửa đổi đang theo dõi: lấy chữ được thêm, bỏ chữ bị xóa");
}

/** Takes away what a form says where nothing was filled in: “Click or tap here to enter text.” */
function dropPlaceholders(xml: string, note: Note): string {
  return xml.replace(
    /(<w:sdtPr\b(?:(?!<\/w:sdtPr>)[\s\S])*<w:showingPlcHdr\/>(?:(?!<\/w:sdtPr>)[\s\S])*<\/w:sdtPr>[\s\S]*?<w:sdtContent>)((?:(?!<w:sdt>)[\s\S])*?)(?=<\/w:sdtContent>)/g,
    (_, before: string, content: string) => {
      note("dropped", 0, `ô biểu mẫu chưa điền “${start(textOf(content, "w:t"))}”`);
      return before + content.replace(/(<w:t(?:\s[^>]*)?>)[^<]*/g, "$1");
    },
  );
}

/** Takes away hidden text, which Word does not print. */
function dropHidden(xml: string, note: Note): string {
  if (!xml.includes("<w:vanish")) return xml;
  return xml.replace(
    /<w:r(?:\s[^>]*)?>(?:(?!<\/?w:r[\s>])[\s\S])*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\/>(?:(?!<\/?w:r[\s>])[\s\S])*<\/w:r>/g,
    run => {
      const words = textOf(run, "w:t");
      if (words.trim() !== "") note("dropped", 0, `chữ ẩn “${start(words)}”`);
      return "";
    },
  );
}

/** A row may begin further to the right than the table: cells that are not there become empty ones. */
function fillGrid(xml: string): string {
  return xml.replace(
    /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*?<w:gridBefore\s+w:val="(\d{1,2})"\/>[\s\S]*?<\/w:trPr>/g,
    (properties, count: string) =>
      `${properties}<w:tc><w:tcPr><w:gridSpan w:val="${count}"/></w:tcPr><w:p/></w:tc>`,
  );
}

/** Words of fields and formulas as words of the paragraph, for mammoth passes over them. */
function openFields(xml: string, note: Note): string {
  return xml
    .replace(/<\/?w:fldSimple\b[^>]*>|<\/?m:oMathPara\b[^>]*>/g, "")
    .replace(/<m:oMath\b[^>]*>([\s\S]*?)<\/m:oMath>/g, (_, inner: string) => {
      const words = textOf(inner, "m:t");
      note("reading", 0, `công thức “${start(words)}” được viết thành một dòng chữ; so lại với bản gốc`);
      return `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    });
}

/** The words of all elements of a name, still as XML. */
function textOf(xml: string, name: string): string {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`, "g"))]
    .map(([, words]) => words)
    .join("");
}

/** mammoth reads the old form of a text box only; one that has but the new form is turned into it. */
function openTextBoxes(xml: string): string {
  return xml
    .replace(/<mc:AlternateContent\b[\s\S]*?<\/mc:AlternateContent>/g, block => {
      if (/<mc:Fallback\b[^>]*>[\s\S]*<w:txbxContent\b/.test(block) || !block.includes("<w:txbxContent"))
        return block;
      return boxes(block);
    })
    .replace(/<w:drawing\b(?:(?!<\/w:drawing>)[\s\S])*?<w:txbxContent\b[\s\S]*?<\/w:drawing>/g, boxes);
}

function boxes(xml: string): string {
  const contents = xml.match(/<w:txbxContent\b[\s\S]*?<\/w:txbxContent>/g) ?? [];
  return `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">${contents.map(content => `<v:textbox>${content}</v:textbox>`).join("")}</v:shape></w:pict>`;
}
