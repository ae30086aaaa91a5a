import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import type { Note, SourceDocument } from "./blocks.ts";
import { numberParagraphs } from "./docx-numbers.ts";
import { readHtml } from "./read-html.ts";

const BODY = "word/document.xml";

/**
 * A Word file through mammoth. What was deleted in tracked changes is out and what was inserted is in; text boxes
 * keep their text; numbers that Word counts by itself are written out first, for mammoth gives lists without them.
 */
export async function readDocx(bytes: Uint8Array, note: Note): Promise<SourceDocument> {
  const files = unzipSync(bytes);
  const body = files[BODY];
  if (body) {
    const part = (name: string) => (files[name] ? strFromU8(files[name]) : "");
    files[BODY] = strToU8(
      numberParagraphs(openTextBoxes(strFromU8(body)), part("word/numbering.xml"), part("word/styles.xml")),
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
