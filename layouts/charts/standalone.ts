import { escapeMarkup } from "../escape.ts";
import { plainColours } from "./canvas.ts";

/** Words of a drawing that stands alone. */
interface Caption {
  readonly title: string;
  /** Text alternative. */
  readonly sentence: string;
  /** Where it comes from: site and address. */
  readonly origin: string;
}

/** A drawing as a file of its own: fixed colours, white ground, its title above and its origin below. */
export function standaloneSvg(drawing: string, { title, sentence, origin }: Caption): string {
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing) ?? [];
  const tall = Number(height) + 64;
  const line = (y: number, size: number, fill: string, words: string) =>
    `<text x="8" y="${y}" font-size="${size}" fill="${fill}" text-anchor="start">${escapeMarkup(words)}</text>`;
  const head = [
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(sentence)}</desc>`,
    `<rect x="0" y="-36" width="${width}" height="${tall}" fill="#ffffff"/>`,
    line(-14, 15, "#1c1b1a", title),
    line(tall - 46, 11, "#5d5a56", origin),
  ].join("");
  const alone = drawing
    .replace(/viewBox="[^"]*"/, `viewBox="0 -36 ${width} ${tall}"`)
    .replace(/ height="\d+"/, ` height="${tall}"`)
    .replace(/(<svg[^>]*>)/, `$1${head}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plainColours(alone).replaceAll("&nbsp;", "&#160;")}\n`;
}
