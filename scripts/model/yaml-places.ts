import { type Document, isMap, isNode, type LineCounter } from "yaml";
import type { Place } from "./problem.ts";

/** Where the parts of a piece of YAML stand in its file. */
export interface YamlPlaces {
  readonly ofOffset: (offset: number) => Place;
  readonly ofNode: (node: unknown) => Place;
  /** The place of the tag (`!`) or anchor (`&`) before a value. */
  readonly ofSign: (node: unknown, sign: string) => Place;
  /** The place of the value at a path; where there is none, of the nearest value around it. */
  readonly ofPath: (path: readonly PropertyKey[]) => Place;
  /** The place of a key in the map at a path. */
  readonly ofKey: (path: readonly PropertyKey[], key: string) => Place;
}

/** @param start the file, and the 1-based line on which `source` begins */
export function yamlPlaces(
  yaml: Document.Parsed,
  source: string,
  lines: LineCounter,
  start: Place,
): YamlPlaces {
  const ofOffset = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: start.file, line: start.line + line - 1, column: Math.max(col, 1) };
  };
  const ofNode = (node: unknown): Place => (isNode(node) && node.range ? ofOffset(node.range[0]) : start);
  const ofPath = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = yaml.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return ofOffset(node.range[0]);
    }
    return start;
  };
  return {
    ofOffset,
    ofNode,
    ofSign: (node, sign) =>
      isNode(node) && node.range ? ofOffset(startOfSign(source, sign, node.range[0])) : start,
    ofPath,
    ofKey(path, key) {
      const map = path.length === 0 ? yaml.contents : yaml.getIn(path, true);
      const pair = isMap(map) ? map.items.find(item => String(item.key) === key) : undefined;
      return pair ? ofNode(pair.key) : ofPath(path);
    },
  };
}

/** A tag or an anchor stands before its value: where it begins. */
function startOfSign(source: string, sign: string, valueStart: number): number {
  let at = source.lastIndexOf(sign, valueStart);
  while (at > 0 && source[at - 1] === sign) at--;
  return Math.max(at, 0);
}
