import { createHash } from "node:crypto";
import { push } from "./maps.ts";

/** What is divided: records with their texts. */
interface Divisible {
  readonly url: string;
  /** First and last year that it is about. */
  readonly years: readonly [number, number] | undefined;
  readonly parts: readonly string[];
}

/** A record, measured. */
interface Measured<Item> {
  readonly item: Item;
  readonly letters: number;
  /** Digest of its address. */
  readonly digest: Buffer;
}

/** Pieces that one index has room for, at least. */
const PIECES = 4;

/**
 * Divides records among indices of about so many letters each. Year after year is cut into pieces by a digest of the
 * addresses, and pieces fill one index after another: so a record that is edited, added or removed changes the index that
 * holds it and leaves the others as they are, unless a piece outgrows its place, which is seldom.
 */
export function divideRecords<Item extends Divisible>(items: readonly Item[], mostLetters: number): Item[][] {
  const shards: Item[][] = [[]];
  let room = mostLetters;
  for (const piece of piecesOf(items, mostLetters / PIECES)) {
    const letters = lettersOf(piece);
    if (letters > room && room < mostLetters) {
      shards.push([]);
      room = mostLetters;
    }
    for (const { item } of piece) shards.at(-1)?.push(item);
    room -= letters;
  }
  return shards;
}

/** Years one after another; what is of no year changes least and comes first. */
function* piecesOf<Item extends Divisible>(
  items: readonly Item[],
  mostLetters: number,
): Iterable<readonly Measured<Item>[]> {
  const years = new Map<number, Measured<Item>[]>();
  for (const item of items) {
    push(years, item.years?.[1] ?? 0, {
      item,
      letters: item.parts.reduce((sum, { length }) => sum + length, 0),
      digest: createHash("sha256").update(item.url).digest(),
    });
  }
  for (const [, ofYear] of [...years].sort(([a], [b]) => a - b)) yield* halve(ofYear, mostLetters, 0);
}

/** Cuts at one bit of the digests after another, until a piece is small enough or one record. */
function* halve<Item>(
  piece: readonly Measured<Item>[],
  mostLetters: number,
  bit: number,
): Iterable<readonly Measured<Item>[]> {
  if (piece.length < 2 || lettersOf(piece) <= mostLetters) {
    if (piece.length > 0) yield piece;
    return;
  }
  const bitOf = ({ digest }: Measured<Item>) => ((digest[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
  for (const half of [0, 1])
    yield* halve(
      piece.filter(record => bitOf(record) === half),
      mostLetters,
      bit + 1,
    );
}

function lettersOf(piece: readonly Measured<unknown>[]): number {
  return piece.reduce((sum, { letters }) => sum + letters, 0);
}
