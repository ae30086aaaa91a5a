import { getOrMake } from "../model/maps.ts";
import type { Note } from "./blocks.ts";
import { inherit, readStyles } from "./docx-styles.ts";
import { fromLegacy, isTypedFor, type LegacyFont, legacyFont } from "./legacy-fonts.ts";

/** Names of fonts by style, and that of text whose style names none. */
interface StyleFonts {
  readonly byStyle: ReadonlyMap<string, string>;
  readonly usual: string | undefined;
}

/** Words of a legacy font in Unicode, where they are typed for it. Only a font says what such letters are. */
export function openLegacyFonts(xml: string, styles: string, note: Note): string {
  if (!/\.vn[a-z]|vni[-\s]/i.test(xml) && !/\.vn[a-z]|vni[-\s]/i.test(styles)) return xml;
  const runs = readRuns(xml, readStyleFonts(styles));
  const names = new Set<string>();
  const paragraphs = new Map<string, string>();
  const keyOf = ({ paragraph, font }: TextRun) => `${paragraph} ${legacyFont(font)?.code}`;
  for (const run of runs) paragraphs.set(keyOf(run), (paragraphs.get(keyOf(run)) ?? "") + run.text);
  const typed = new Map<string, boolean>();
  const isTyped = (run: TextRun, font: LegacyFont) =>
    getOrMake(typed, keyOf(run), () => isTypedFor(paragraphs.get(keyOf(run)) ?? "", font));
  let at = 0;
  const read = xml.replace(TEXT, (whole, tag: string, text: string) => {
    const run = runs[at++];
    const font = legacyFont(run?.font);
    if (!run || !font || !isTyped(run, font)) return whole;
    const words = fromLegacy(text, font);
    if (words !== text) names.add(font.name);
    return tag + words;
  });
  if (names.size > 0)
    note("reading", 0, `chữ theo phông ${[...names].join(", ")} đã chuyển sang Unicode; so lại với bản gốc`);
  return read;
}

interface TextRun {
  readonly text: string;
  readonly font: string | undefined;
  readonly paragraph: number;
}

const TEXT = /(<w:(?:t|delText)(?:\s[^>]*)?>)([^<]*)(?=<\/w:(?:t|delText)>)/g;
const TAGS = new RegExp(
  `<(/?)w:([pr])(?:\\s[^>]*)?>|<w:(pStyle|rStyle)\\s[^>]*?w:val="([^"]*)"|(<w:rFonts\\b[^>]*>)|${TEXT.source}`,
  "g",
);

/** Every text of the file in order, with its font: its own, else that of the run's style, else that of the paragraph's. */
function readRuns(xml: string, { byStyle, usual }: StyleFonts): TextRun[] {
  const texts: TextRun[] = [];
  // A text box stands inside a run, with paragraphs of its own.
  const open: { tag: string; font: string | undefined; isOwn: boolean; paragraph: number }[] = [];
  let paragraphs = 0;
  for (const [whole, end, tag, style, name = "", fonts, , text] of xml.matchAll(TAGS)) {
    const top = open.at(-1);
    if (tag === "p" && end === "" && !whole.endsWith("/>"))
      open.push({ tag, font: usual, isOwn: false, paragraph: ++paragraphs });
    else if (tag === "r" && end === "" && !whole.endsWith("/>"))
      open.push({ tag, font: top?.font, isOwn: false, paragraph: paragraphs });
    else if (tag !== undefined) {
      if (end === "/") open.pop();
    } else if (style !== undefined) {
      if (top && byStyle.has(name) && (style === "pStyle") === (top.tag === "p"))
        top.font = byStyle.get(name);
    } else if (fonts !== undefined) {
      // Neither that of the sign at the paragraph's end, nor the one that a tracked change took away.
      if (top?.tag !== "r" || top.isOwn) continue;
      top.font = fontOf(fonts) ?? top.font;
      top.isOwn = true;
    } else texts.push({ text: text ?? "", font: top?.font, paragraph: top?.paragraph ?? 0 });
  }
  return texts;
}

function readStyleFonts(xml: string): StyleFonts {
  const styles = readStyles(xml);
  const byStyle = new Map<string, string>();
  let usual = fontOf(/<w:docDefaults>([\s\S]*?)<\/w:docDefaults>/.exec(xml)?.[1] ?? "");
  for (const [id, { head }] of styles) {
    const font = inherit(styles, id, fontOf);
    if (font === undefined) continue;
    byStyle.set(id, font);
    if (/w:default="(?:1|true)"/.test(head) && /w:type="paragraph"/.test(head)) usual = font;
  }
  return { byStyle, usual };
}

/** The font that an element names for letters with marks; that of the theme is none from before Unicode. */
function fontOf(xml: string): string | undefined {
  const attributes = /<w:rFonts\b([^>]*)>/.exec(xml)?.[1] ?? "";
  return /w:hAnsi="([^"]*)"/.exec(attributes)?.[1] ?? /w:ascii="([^"]*)"/.exec(attributes)?.[1];
}
