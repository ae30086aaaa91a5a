import { nameOf } from "../scripts/model/agency.ts";
import type { Change } from "../scripts/model/change.ts";
import type { Site } from "../scripts/model/site.ts";
import { documentName } from "./document-name.ts";
import { formatDate } from "./format.ts";
import { historyStrings } from "./history-strings.ts";
import { indexName } from "./index-name.ts";
import { planName } from "./plan-name.ts";
import { strings } from "./strings.ts";
import { targetSentence } from "./target-words.ts";

/** One change in words: what, and its value before and after as readers know it. */
export interface ChangeText {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A change as pages and feeds say it. */
export function changeText(site: Site, { field, title, id, before, after }: Change): ChangeText {
  const label = historyStrings.fields[field];
  return {
    // Prose and notes are known by their heading; a task's title stands beside its id.
    what: id === undefined && title !== undefined ? `${label}, ${title}` : label,
    before: valueText(site, field, before),
    after: valueText(site, field, after),
  };
}

function valueText(site: Site, field: Change["field"], value: Change["before"]): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (typeof value !== "string") return targetSentence(site, value);
  switch (field) {
    case "state":
      return Object.entries(strings.planState).find(([key]) => key === value)?.[1] ?? value;
    case "agency":
    case "reporter":
      return nameOf(site.agencies, value);
    case "issued":
    case "asOf":
    case "published":
    case "finished":
      return formatDate(value);
    case "indices":
      return each(value, id => indexName(site, id));
    case "implements":
    case "legalBasis":
      return each(value, name => planOrDocument(site, name));
    case "criteria":
      return each(value, criterion => {
        const [index = "", code = ""] = criterion.split("/");
        return `${indexName(site, index)} ${code}`;
      });
    case "carriesOut":
      return each(value, reference => upperTask(site, reference));
    default:
      return value;
  }
}

/** The parts of a list with the names that readers know; what is gone since stays as it was typed. */
function each(list: string, nameOf: (part: string) => string): string {
  return list.split("; ").map(nameOf).join("; ");
}

function planOrDocument(site: Site, name: string): string {
  const plan = site.planBySlug.get(name);
  const document = site.documents.get(name);
  if (document) return documentName(document);
  return plan ? planName(site, plan) : name;
}

/** `quang-nam-2023#A.I.3` → "A.I.3 (3503/KH-UBND)". */
function upperTask(site: Site, reference: string): string {
  const [slug = "", task = ""] = reference.split("#");
  const plan = site.planBySlug.get(slug);
  return plan ? `${task} (${planName(site, plan)})` : reference;
}
