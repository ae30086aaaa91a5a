import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { parseCsv } from "./csv.ts";
import { DOCUMENT_WORDS } from "./data-words.ts";
import { date, reference, slug, text, webAddress } from "./fields.ts";
import { groupBy } from "./maps.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { checkAgency } from "./unknown-agency.ts";
import { fold } from "./vietnamese.ts";

/** Columns of data/documents.csv. */
export const documentFields = z.strictObject({
  id: slug,
  number: text,
  kind: text.optional(),
  date: date.optional(),
  issuer: reference.optional(),
  title: text.optional(),
  url: webAddress.optional(),
});

/**
 * A legal document or plan that plans cite (data/documents.csv). Identity is number + issuer + year, since numbers
 * begin anew every year at every issuer (Nghị định 30/2020/NĐ-CP).
 */
export interface LegalDocument extends z.output<typeof documentFields> {}

/** All documents, and the way from a printed number to one of them. */
export interface DocumentDirectory {
  readonly byId: ReadonlyMap<string, LegalDocument>;
  /** By numberKey; several issuers may have a document of one number. */
  readonly byNumber: ReadonlyMap<string, readonly LegalDocument[]>;
}

/** Reads data/documents.csv. Reports duplicate ids, a document that stands twice, and unknown issuers. */
export function parseDocuments(
  file: SourceFile | undefined,
  agencies: AgencyDirectory,
  report: Report,
): DocumentDirectory {
  const byId = new Map<string, LegalDocument>();
  const identities = new Map<string, string>();
  const refused: LegalDocument[] = [];
  const rows = parseCsv(file, documentFields, report, {
    words: DOCUMENT_WORDS,
    onRefused: row => refused.push(standIn(row)),
  });
  for (const { fields, placeOf } of rows) {
    if (byId.has(fields.id)) {
      report(placeOf("id"), `mã “${fields.id}” đã có ở dòng trên`, "đổi mã hoặc bỏ dòng trùng");
      continue;
    }
    const identity = `${numberKey(fields.number)}|${fields.issuer ?? ""}|${fields.date?.slice(0, 4) ?? fields.id}`;
    const twin = identities.get(identity);
    if (twin !== undefined)
      report(placeOf("number"), `văn bản ${fields.number} đã có với mã “${twin}”`, "giữ lại một dòng");
    identities.set(identity, fields.id);
    const { issuer, date: day } = fields;
    const time = day === undefined ? undefined : { first: day, last: day, when: `ngày ${day}` };
    if (issuer !== undefined) checkAgency(issuer, agencies, placeOf("issuer"), report, time);
    byId.set(fields.id, fields);
  }
  for (const document of refused)
    if (document.id !== "" && !byId.has(document.id)) byId.set(document.id, document);
  return documentDirectory(byId);
}

/** The directory of documents that are known to be right. */
export function documentDirectory(byId: ReadonlyMap<string, LegalDocument>): DocumentDirectory {
  return { byId, byNumber: groupBy(byId.values(), ({ number }) => numberKey(number)) };
}

/** A row that was refused still has a name: what refers to it is not wrong as well. Such a site is never published. */
function standIn(row: Readonly<Record<string, string>>): LegalDocument {
  return { id: row.id ?? "", number: row.number ?? "", issuer: row.issuer };
}

/** A document by its id, or by its number when only one issuer has a document of that number. */
export function findDocument({ byId, byNumber }: DocumentDirectory, name: string): LegalDocument | undefined {
  const [only, ...others] = byNumber.get(numberKey(name)) ?? [];
  return byId.get(name) ?? (others.length === 0 ? only : undefined);
}

/** One key for the spellings of a document number: `61/2018/NDCP`, `61/2018/NĐCP` and `61/2018/NĐ-CP` are one. */
export function numberKey(number: string): string {
  return fold(number).replace(/[\s-]/g, "");
}
