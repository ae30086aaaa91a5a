import { Transform } from "node:stream";
import subsetFont from "subset-font";

/** The typeface's files as its package has them: Latin and Vietnamese letters, regular and semibold. */
export const FONT_FILES =
  "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{latin,vietnamese}-{400,600}-normal.woff2";

/** A stream that a font file goes through while it is copied: it comes out with the letters of the site only. */
export function fontSubsetter(): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      subsetFont(Buffer.concat(chunks), LETTERS, { targetFormat: "woff2" }).then(
        font => done(null, font),
        done,
      );
    },
  });
}

/** Every letter of Vietnamese with every tone (and f, j, w, z of foreign names), ASCII, and the signs that the site prints. */
const LETTERS = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...[..."aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"].flatMap(letter =>
    ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].flatMap(tone => {
      const whole = `${letter}${tone}`.normalize("NFC");
      return [whole, whole.toUpperCase()];
    }),
  ),
  "\u00A0«»“”‘’–—…•·×÷±≤≥→←↑↓°²³½§©−′″†",
].join("");
