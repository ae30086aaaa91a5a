import { getDocumentProxy } from "unpdf";

const MM = 72 / 25.4;

/** A4 with the margins of Nghị định 30/2020/NĐ-CP, in points, with half a point for rounding. */
export const SHEET = {
  left: 30 * MM - 0.5,
  right: (210 - 15) * MM + 0.5,
  bottom: 20 * MM - 0.5,
  top: 277 * MM + 0.5,
};

/** A run of letters of one font on one line. A word with marks is several: the typeface has two files. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Paper {
  readonly text: string;
  /** Where its letters stand, in points from the lower left corner. */
  readonly runs: readonly Run[];
}

export interface Sheet {
  readonly pages: readonly Paper[];
  readonly info: Record<string, unknown>;
  readonly marked: boolean;
  readonly outline: readonly string[];
}

/** What a reader's program finds in a PDF. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Paper[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    const texts = items.flatMap(item => ("str" in item ? [item] : []));
    pages.push({
      text: texts.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join(""),
      runs: texts
        .filter(({ str }) => str.trim() !== "")
        .map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width })),
    });
  }
  return {
    pages,
    info: (await file.getMetadata()).info as Record<string, unknown>,
    marked: (await file.getMarkInfo())?.Marked === true,
    outline: ((await file.getOutline()) ?? []).map(({ title }) => title),
  };
}

/** Lines end where the column does, so only letters and signs are compared, each with its marks. */
export const dense = (text: string) => text.replace(/\s+/g, "");

/** Letters that reach into the margins; the page number stands in the upper one. */
export const outside = (pages: readonly Paper[]) =>
  pages.flatMap(({ runs }, i) =>
    runs
      .filter(({ text, y }) => !(y > SHEET.top && text === String(i + 1)))
      .filter(
        ({ x, y, width }) => x < SHEET.left || x + width > SHEET.right || y < SHEET.bottom || y > SHEET.top,
      )
      .map(({ text }) => `${i + 1}: ${text}`),
  );

/** Letters that stand upon others of their line. */
export const overlaid = (pages: readonly Paper[]) =>
  pages.flatMap(({ runs }, i) => {
    const line = runs.toSorted((a, b) => a.y - b.y || a.x - b.x);
    return line.flatMap((run, j) => {
      const before = line[j - 1];
      return before && Math.abs(before.y - run.y) < 0.5 && run.x < before.x + before.width - 0.5
        ? [`${i + 1}: ${before.text} | ${run.text}`]
        : [];
    });
  });

/** The motto at the head of every official document. */
export const COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
