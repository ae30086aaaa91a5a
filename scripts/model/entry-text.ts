import { Document, isCollection, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from "yaml";

/** A Markdown file as a form sees it: the values of its front matter, and its `body`. */
type Entry = Readonly<Record<string, unknown>>;

/** The key under which an entry carries its front matter as it was written; no format has one of this name. */
const AS_WRITTEN = "as_written";
/** Stands behind it, since forms cut off the line ends of what they keep. */
const END = "|";

/** The front matter with its lines of dashes, and the empty lines below it. */
const HEAD = /^(?<opening>---[^\S\n]*\n)(?<yaml>(?:[\s\S]*?\n)??)(?<closing>---[^\S\n]*(?:\n+|$))/;

/**
 * Reads a file for a form. Every value is the text that was typed, as the checker reads it: `0123` and `1.10` are no
 * numbers.
 * @param text with `\n` at the end of lines
 * @throws Error when the front matter is no YAML
 */
export function readEntry(text: string): Entry {
  const head = HEAD.exec(text);
  if (!head) return { body: text };
  const yaml = parseFields(head.groups?.yaml);
  const [error] = yaml.errors;
  if (error) throw error;
  return { ...yaml.toJS(), body: text.slice(head[0].length), [AS_WRITTEN]: head[0] + END };
}

/**
 * Writes the file of an entry. A key whose value did not change keeps its lines as they were written, with comments and
 * quotation marks; a new key stands behind the one that is before it in the form.
 */
export function writeEntry({ body, [AS_WRITTEN]: written, ...values }: Entry): string {
  const head = HEAD.exec(typeof written === "string" ? written.slice(0, -END.length) : "---\n---\n")?.groups;
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  const fields = new Map(filled.map(([key, value]) => [key, asTyped(value)]));
  return `${head?.opening}${writeFields(head?.yaml ?? "", fields)}${head?.closing}${body ?? ""}`;
}

/** Values as the text that is typed for them, whatever the form holds them as. */
function asTyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTyped);
  return isGroup(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTyped(inner)]))
    : String(value);
}

function parseFields(yaml = ""): Document.Parsed {
  return parseDocument(yaml, { schema: "failsafe" });
}

function writeFields(yaml: string, fields: ReadonlyMap<string, unknown>): string {
  const { contents } = parseFields(yaml);
  const items = isMap(contents) && !contents.flow ? contents.items : [];
  const starts = items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0));
  // What is written above the first key, and the lines of each key with those below it that are no key's.
  const texts: [key: string, text: string][] = [["", items.length > 0 ? yaml.slice(0, starts[0]) : ""]];
  for (const [i, { key, value }] of items.entries()) {
    const name = String(key);
    const lines = yaml.slice(starts[i], starts[i + 1]);
    const now = fields.get(name);
    if (isNode(value) && isSame(value.toJSON(), now)) texts.push([name, lines]);
    else if (now !== undefined) texts.push([name, writePair(name, now, value) + remarksBelow(lines)]);
  }
  let before = "";
  for (const [key, value] of fields) {
    const at = texts.findIndex(([known]) => known === before);
    if (!texts.some(([known]) => known === key)) texts.splice(at + 1, 0, [key, writePair(key, value)]);
    before = key;
  }
  return texts.map(([, text]) => text).join("");
}

/** Comments and empty lines at the end. */
function remarksBelow(lines: string): string {
  return /(?<=\n)(?:[^\S\n]*(?:#.*)?\n)*$/.exec(lines)?.[0] ?? "";
}

/** One key, in the style of the value that it had before. */
function writePair(key: string, value: unknown, before?: unknown): string {
  const document = new Document({}, { schema: "failsafe" });
  document.set(key, styled(value, before, document));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function styled(value: unknown, before: unknown, document: Document): Node {
  if (isNode(before) && isSame(before.toJSON(), value)) return before;
  const node = document.createNode(value);
  if (isCollection(node) && isCollection(before)) node.flow = before.flow ?? false;
  if (isSeq(node) && isSeq(before) && Array.isArray(value))
    node.items = value.map((item, i) => styled(item, before.items[i] ?? before.items[0], document));
  return node;
}

/** Whether two values are the same; the keys of a group may stand in another order. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (isGroup(a) && isGroup(b))
    return (
      Object.keys(a).length === Object.keys(b).length &&
      Object.entries(a).every(([key, value]) => isSame(value, b[key]))
    );
  return a === b;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
