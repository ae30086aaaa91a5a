import { type ComponentChildren, type ComponentType, Fragment, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { getOrMake } from "../scripts/model/maps.ts";
import { escapeMarkup } from "./escape.ts";

type Props = Readonly<Record<string, unknown>>;

/** HTML as it grows. */
interface Page {
  html: string;
  /** Takes what there is so far, when it is enough to be worth it; `html` begins anew. */
  readonly hand?: (html: string) => void;
}

/** Letters that are handed over at once: few enough to be still in the processor's cache. */
const PORTION = 4000;

/**
 * Renders a page to HTML, byte for byte as preact-render-to-string does, in a fraction of its time: pages are plain
 * functions, so nothing has to be kept for hooks, contexts, signals or suspense. What is no plain function or no plain
 * HTML goes to Preact's own renderer: parts with hooks, which run in the browser too, drawings and choices of a form.
 */
export function renderHtml(node: unknown): string {
  if (typeof node === "string") return escapeMarkup(node);
  if (typeof node !== "object" || node === null) return isNumber(node) ? String(node) : "";
  const page = { html: "" };
  renderNode(node, page);
  return page.html;
}

/**
 * A whole document in portions, so that a long page is never one text; no portion ends within a tag.
 * @param hand takes the next portion
 */
export function renderPage(node: VNode, hand: (html: string) => void): void {
  const page: Page = { html: DOCTYPE, hand };
  renderNode(node, page);
  hand(`${page.html}\n`);
}

const DOCTYPE = "<!doctype html>\n";

function renderNode(node: unknown, page: Page): void {
  if (typeof node === "string") page.html += escapeMarkup(node);
  else if (isNumber(node)) page.html += node;
  else if (Array.isArray(node)) renderNodes(node, page);
  else if (typeof node === "object" && node !== null) renderVNode(node as VNode<Props>, page);
}

function renderNodes(nodes: readonly unknown[], page: Page): void {
  for (const node of nodes) {
    renderNode(node, page);
    if (page.hand && page.html.length > PORTION) {
      page.hand(page.html);
      page.html = "";
    }
  }
}

function isNumber(node: unknown): node is number | bigint {
  return typeof node === "number" || typeof node === "bigint";
}

function renderVNode(vnode: VNode<Props>, page: Page): void {
  const { type, props } = vnode;
  if (typeof type === "string") renderElement(type, props, vnode, page);
  else if (type !== Fragment) renderComponent(vnode, type as ComponentType<Props>, page);
  else if ("tpl" in props) page.html += (props.tpl as string[]).join("");
  else renderNode(props.children, page);
}

/** A part that is rendered once and stands in a page as the HTML that it became, for both renderers. */
export function rendered(part: ComponentChildren): VNode {
  return jsxTemplate([renderHtml(part)]);
}

/**
 * Markup for rows of which a site has hundreds of thousands, at a tenth of what as many elements cost. All that is put in
 * is escaped, in attributes too, unless it is a part itself. As in TSX, a line break between tags is no space.
 */
export function html(markup: TemplateStringsArray, ...values: readonly ComponentChildren[]): VNode {
  const texts = getOrMake(templates, markup, () => markup.map(text => text.replaceAll(/\n\s*/g, "")));
  let page = texts[0] ?? "";
  for (let i = 0; i < values.length; i++) {
    page += renderHtml(values[i]);
    page += texts[i + 1];
  }
  return jsxTemplate([page]);
}

const templates = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * Remembers what a part becomes: plans repeat a few agencies and deadlines a hundred thousand times. The part may depend
 * on nothing but its value.
 */
export function remembered<Value extends object>(
  part: (value: Value) => ComponentChildren,
): (value: Value) => VNode {
  const known = new WeakMap<Value, VNode>();
  return value => getOrMake(known, value, () => rendered(part(value)));
}

/** Components that were found to need Preact's renderer. */
const withHooks = new WeakSet<ComponentType<Props>>();

/** A component that cannot simply be called has hooks, or an error of its own, which Preact's renderer throws again. */
function renderComponent(vnode: VNode<Props>, type: ComponentType<Props>, page: Page): void {
  let result: unknown;
  try {
    result = withHooks.has(type) ? undefined : (type as (props: Props) => unknown)(vnode.props);
  } catch {
    withHooks.add(type);
  }
  if (withHooks.has(type)) page.html += renderToString(vnode);
  else renderNode(result, page);
}

const LEFT_TO_PREACT = new Set(["svg", "math", "select", "textarea"]);
const VOID = new Set(
  "area base br col command embed hr img input keygen link meta param source track wbr".split(" "),
);

function renderElement(tag: string, props: Props, vnode: VNode<Props>, page: Page): void {
  const start = LEFT_TO_PREACT.has(tag) ? undefined : startOf(tag, props);
  if (start === undefined) {
    page.html += renderToString(vnode);
    return;
  }
  page.html += start;
  if (VOID.has(tag)) {
    page.html += "/>";
    return;
  }
  page.html += ">";
  const markup = props.dangerouslySetInnerHTML as { __html?: string } | undefined;
  if (markup?.__html) page.html += markup.__html;
  else renderNode(props.children, page);
  page.html += `</${tag}>`;
}

/** The start of a tag with all attributes; undefined where Preact does more than write them. */
function startOf(tag: string, props: Props): string | undefined {
  let start = `<${tag}`;
  for (const name in props) {
    const value = props[name];
    if (name === "children" || name === "dangerouslySetInnerHTML") continue;
    if (value === undefined || value === null || typeof value === "function") continue;
    const attribute = attributeOf(name);
    if (attribute === "special") return undefined;
    if (value === true && !attribute.isEnumerated) start += attribute.alone;
    else if (value === "") start += attribute.alone;
    else if (value !== false || attribute.isEnumerated)
      start += `${attribute.open}${escapeMarkup(String(value))}"`;
  }
  return start;
}

/** How an attribute is written; "special" where Preact does more than write it. */
type Attribute =
  | "special"
  | { readonly open: string; readonly alone: string; readonly isEnumerated: boolean };

const PLAIN = /^(?:[a-z]+|(?:aria|data)-[a-z-]+)$/;
const SPECIAL = new Set(["style", "value", "key", "ref", "for", "class"]);
const attributes = new Map<string, Attribute>([
  ["class", plain("class")],
  ["dateTime", plain("datetime")],
  ["tabIndex", plain("tabindex")],
  ["colSpan", plain("colspan")],
  ["rowSpan", plain("rowspan")],
]);

function attributeOf(name: string): Attribute {
  return getOrMake(attributes, name, () =>
    PLAIN.test(name) && !SPECIAL.has(name) ? plain(name) : "special",
  );
}

/** Preact writes aria-… and data-… true and false in words, and so the attributes that browsers enumerate. */
function plain(name: string): Attribute {
  const isEnumerated = name[4] === "-" || name === "draggable" || name === "spellcheck";
  return { open: ` ${name}="`, alone: ` ${name}`, isEnumerated };
}
