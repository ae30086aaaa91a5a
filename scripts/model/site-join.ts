import type { DocumentDirectory } from "./document.ts";
import { relatePlans } from "./lineage.ts";
import type { Report } from "./problem.ts";
import { relateUpdates } from "./reports-by-task.ts";
import type { Site } from "./site.ts";
import { compareText } from "./text-order.ts";

/** What a site is made of before its plans, documents and reports are joined. */
export interface SiteParts
  extends Omit<Site, "documents" | "plans" | "updatesByTask" | keyof ReturnType<typeof relatePlans>> {
  readonly documents: DocumentDirectory;
}

/**
 * Joins plans with what they carry out and reports with their tasks.
 * @param broken slugs and numbers of plans that could not be read, and so are not missed
 */
export function joinSite(parts: SiteParts, broken: ReadonlySet<string>, report: Report): Site {
  const { documents, planBySlug, updates } = parts;
  return Object.freeze({
    ...parts,
    documents: documents.byId,
    plans: [...planBySlug.values()].sort(
      (a, b) =>
        b.years[1] - a.years[1] ||
        compareText(b.issued ?? "", a.issued ?? "") ||
        compareText(a.title, b.title) ||
        compareText(a.slug, b.slug),
    ),
    updates: [...updates].sort((a, b) => compareText(b.asOf, a.asOf) || compareText(a.id, b.id)),
    updatesByTask: relateUpdates(parts, broken, report),
    ...relatePlans(parts, broken, report),
  });
}
