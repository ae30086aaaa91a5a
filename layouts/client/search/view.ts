import type { PlanDetails, SearchTable } from "../../../scripts/model/search-table.ts";
import { fold } from "../../../scripts/model/vietnamese.ts";
import { strings } from "../../strings.ts";
import type { Answer, Hit } from "./engine.ts";
import { loadPacked } from "./packed.ts";

const details = new Map<string, Promise<PlanDetails>>();

function loadDetails(base: string, url: string): Promise<PlanDetails> {
  const slug = url.split("/").at(-2) ?? "";
  const known = details.get(slug) ?? loadPacked<PlanDetails>(`${base}tim-kiem/ke-hoach/${slug}.pack`);
  details.set(slug, known);
  return known;
}

/** One hit as a list item: a link to the hit, what kind it is, where it stands, and the words in their text. */
export async function renderHit(
  hit: Hit,
  answer: Answer,
  table: SearchTable,
  base: string,
): Promise<HTMLElement> {
  const { record, part, kind } = hit;
  const plan = record.kind === "plan" ? await loadDetails(base, record.url) : undefined;
  const task = plan?.tasks[part - 1];
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${base}${record.url.slice(1)}${task ? `#${task[0]}` : ""}`;
  link.append(...mark(task ? `${task[0]}. ${task[1]}` : (plan?.title ?? record.title), answer.terms));
  const meta = document.createElement("p");
  meta.className = "meta";
  const facts = [
    strings.search.kinds[kind],
    task ? (plan?.number ?? plan?.title) : plan?.number,
    record.agency && record.kind !== "agency" ? table.agencies[record.agency] : undefined,
    record.year,
    task?.[3],
  ];
  meta.textContent = facts.filter(fact => fact !== undefined && fact !== "").join(" · ");
  item.append(link, meta);
  const excerpt = excerptOf(task ? task[2] : (plan?.text ?? ""), answer.terms);
  if (excerpt) {
    const text = document.createElement("p");
    text.append(...mark(excerpt, answer.terms));
    item.append(text);
  }
  return item;
}

/** Where in folded text the folded words stand, as places in the text itself; folding keeps the number of letters. */
function placesOf(text: string, terms: readonly string[]): [number, number][] {
  const plain = [...text.normalize("NFC")].map(sign => fold(sign) || sign).join("");
  const words = [...new Set(terms.flatMap(term => fold(term).split(/[^\p{L}\p{N}/.%-]+/u)))].filter(Boolean);
  const places: [number, number][] = [];
  for (const word of words)
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length))
      if (
        !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? " ") &&
        !/[\p{L}\p{N}]/u.test(plain[at + word.length] ?? " ")
      )
        places.push([at, at + word.length]);
  return places.sort(([a], [b]) => a - b);
}

/** The text with the words marked; a word typed with marks marks only itself. */
function mark(text: string, terms: readonly string[]): (Node | string)[] {
  const source = text.normalize("NFC");
  const exact = new Set(terms.flatMap(term => term.normalize("NFC").toLowerCase().split(/\s+/)));
  const marked = terms.some(term => term !== fold(term));
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const [from, to] of placesOf(source, terms)) {
    const word = source.slice(from, to);
    if (from < end || (marked && !exact.has(word.toLowerCase()))) continue;
    nodes.push(source.slice(end, from));
    const element = document.createElement("mark");
    element.textContent = word;
    nodes.push(element);
    end = to;
  }
  nodes.push(source.slice(end));
  return nodes;
}

/** About two lines of the text around the first word that was looked for. */
function excerptOf(text: string, terms: readonly string[]): string {
  const [first] = placesOf(text, terms)[0] ?? [0];
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, first - 60)));
  const cut = text.slice(from, from + 220);
  return `${from > 0 ? "…" : ""}${cut.trim()}${from + 220 < text.length ? "…" : ""}`;
}
