import { escapeMarkup } from "../escape.ts";
import { colours, linesOf, plainColours } from "./canvas.ts";

/** Words of a drawing that stands alone. */
interface Caption {
  readonly title: string;
  /** Text alternative. */
  readonly sentence: string;
  /** What explains the marks, and whose figures they are: a paragraph each. */
  readonly below: readonly string[];
  /** Where it comes from: site and address. */
  readonly origin: string;
}

/** Height of a line of small text. */
const LINE = 15;
/** Width of a letter of small text, on the safe side: whoever opens the file may lack the typeface. */
const LETTER = 6.2;

/** A drawing as a file of its own: fixed colours, white ground, its title above, sources and origin below. */
export function standaloneSvg(drawing: string, { title, sentence, below, origin }: Caption): string {
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing) ?? [];
  const lines = [...below, origin].flatMap(text => linesOf(text, Math.floor((Number(width) - 16) / LETTER)));
  const tall = Number(height) + 64 + (lines.length - 1) * LINE;
  const line = (y: number, size: number, fill: string, words: string) =>
    `<text x="8" y="${y}" font-size="${size}" fill="${fill}" text-anchor="start">${escapeMarkup(words)}</text>`;
  const head = [
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(sentence)}</desc>`,
    `<rect x="0" y="-36" width="${width}" height="${tall}" fill="${colours.paper}"/>`,
    line(-14, 15, colours.ink, title),
    ...lines.map((text, i) => line(Number(height) + 18 + i * LINE, 11, colours.muted, text)),
  ].join("");
  const alone = drawing
    .replace(/viewBox="[^"]*"/, `viewBox="0 -36 ${width} ${tall}"`)
    .replace(/ height="\d+"/, ` height="${tall}"`)
    .replace(/(<svg[^>]*>)/, `$1${head}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plainColours(alone).replaceAll("&nbsp;", "&#160;")}\n`;
}
