import type { PlanDetails } from "../../../scripts/model/search-table.ts";
import { loadedOnce } from "../../loaded-once.ts";
import { strings } from "../../strings.ts";
import type { Answer } from "./engine.ts";
import { excerptOf, placesOf, type Sought } from "./excerpt.ts";
import type { Hit } from "./find.ts";
import { loadPacked } from "./packed.ts";
import type { SearchedSite } from "./sites.ts";

const loadDetails = loadedOnce((address: string) => loadPacked<PlanDetails>(address));

function detailsOf({ details: folder }: SearchedSite, url: string): Promise<PlanDetails> {
  return loadDetails(`${folder}${url.split("/").at(-2)}.pack`);
}

/** One hit as a list item: a link to the hit, what kind it is, where it stands, what matched, with the words marked. */
export async function renderHit(hit: Hit, { sought, sites }: Answer): Promise<HTMLElement> {
  const { record, part, kind } = hit;
  const site = sites[hit.site];
  if (!site) throw new Error(`no site ${hit.site}`);
  const plan = record.kind === "plan" ? await detailsOf(site, record.url) : undefined;
  const task = plan?.tasks[part - 1];
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${site.root}${record.url.slice(1)}${task ? `#${task[0]}` : ""}`;
  link.append(...mark(task ? `${task[0]}. ${task[1]}` : (plan?.title ?? record.title), sought));
  const meta = document.createElement("p");
  meta.className = "meta";
  const facts = [
    site.name,
    strings.search.kinds[kind],
    plan?.number,
    record.agency && record.kind !== "agency" ? site.agencies[record.agency] : undefined,
    record.years && [...new Set(record.years)].join("–"),
    task && strings.status[task[3]],
  ];
  meta.textContent = facts.filter(fact => fact !== undefined && fact !== "").join(" · ");
  item.append(link, meta, ...matches(task?.[2] ?? plan?.fields, sought));
  if (record.text) item.append(paragraph(mark(excerptOf(record.text, sought), sought)));
  return item;
}

/** The most fields of a hit that are shown. */
const MOST_FIELDS = 2;

/**
 * Where the words stand, by the name of the field: those with the most of them; the first field where none has any. Who
 * leads a task is always told: most who look for one want to know.
 */
function matches(fields: PlanDetails["fields"] = [], sought: Sought): HTMLElement[] {
  const found = fields
    .map(field => ({ field, count: new Set(placesOf(field[1], sought).map(({ run }) => run)).size }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_FIELDS);
  const shown = found.length > 0 ? found.map(({ field }) => field) : fields.slice(0, 1);
  const leads = fields.filter(field => field[0] === "leads" && !shown.includes(field));
  return [...shown, ...leads].map(([key, text]) => {
    const label = document.createElement("b");
    label.textContent = `${strings.search.fields[key]}: `;
    return paragraph([label, ...mark(excerptOf(text, sought), sought)]);
  });
}

function paragraph(content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement("p");
  made.append(...content);
  return made;
}

/** The text with what was looked up marked. */
function mark(text: string, sought: Sought): (Node | string)[] {
  const source = text.normalize("NFC");
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const { from, to } of placesOf(source, sought)) {
    if (from < end) continue;
    const element = document.createElement("mark");
    element.textContent = source.slice(from, to);
    nodes.push(source.slice(end, from), element);
    end = to;
  }
  nodes.push(source.slice(end));
  return nodes;
}
