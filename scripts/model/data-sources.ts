import { parseAbbreviations } from "./abbreviation.ts";
import { parseAgencies } from "./agency.ts";
import { parseContact } from "./contact.ts";
import { type DocumentDirectory, parseDocuments } from "./document.ts";
import { type Index, KNOWN_INDICES, type KnownIndices, parseIndex } from "./indices.ts";
import { parsedOnce } from "./memo.ts";
import { parsePeers } from "./peer.ts";
import { type Report, startOf } from "./problem.ts";
import { parseRedirects } from "./redirect.ts";
import { parseResults, type Result } from "./result.ts";
import type { Site } from "./site.ts";
import type { SiteProblems } from "./site-problems.ts";
import { fileSlug, type SourceFile } from "./source-file.ts";
import { compareText } from "./text-order.ts";
import { suggest } from "./vietnamese.ts";

/** What data/ says, before it is known what content/ makes of it. */
export interface SiteData
  extends Pick<
    Site,
    "agencies" | "abbreviations" | "indices" | "results" | "contact" | "redirects" | "peers"
  > {
  readonly documents: DocumentDirectory;
  /** Indices that content may name, described or not. */
  readonly knownIndices: KnownIndices;
}

const readAgencies = parsedOnce((file: SourceFile | undefined, _: object, report) =>
  parseAgencies(file, report),
);
const readDocuments = parsedOnce(
  (file: SourceFile | undefined, { agencies }: Pick<Site, "agencies">, report) =>
    parseDocuments(file, agencies, report),
);
const readIndex = parsedOnce(parseIndex);
const readResults = parsedOnce(
  (file: SourceFile, { indices, agencies }: Pick<Site, "indices" | "agencies">, report) =>
    parseResults(file, indices, agencies, report),
);

/** The files at the top of data/, and those of its two folders. */
const DATA_FILES: readonly string[] = [
  "agencies.csv",
  "documents.csv",
  "abbreviations.csv",
  "sites.csv",
  "redirects.csv",
  "contact.yaml",
];
const DATA_FOLDERS = /^(indices\/[^/]+\.ya?ml|results\/[^/]+\.csv)$/;

/** Reads the files of data/ and holds them against each other. */
export function parseData(
  files: Iterable<SourceFile>,
  { report, problems, unloaded, muted }: SiteProblems,
): SiteData {
  const data = new Map([...files].filter(file => isKnown(file, report)).map(file => [file.name, file]));
  const agencies = readAgencies(data.get("agencies.csv"), {}, report);
  if (agencies.all.length === 0 && problems.length + unloaded.length > 0) muted.add("agency");
  const before = problems.length;
  const documents = readDocuments(data.get("documents.csv"), { agencies }, report);
  if (documents.byId.size === 0 && problems.length > before) muted.add("document");
  const abbreviations = parseAbbreviations(data.get("abbreviations.csv"), report);
  const peers = parsePeers(data.get("sites.csv"), report);
  const contact = parseContact(data.get("contact.yaml"), agencies, report);
  const redirects = parseRedirects(data.get("redirects.csv"), report);

  const indices = new Map<string, Index>();
  const described = new Set<string>();
  // By id, not by name of file: "par-index" comes before "par-index-trong-tinh", "par-index.yaml" does not.
  for (const file of below("indices").toSorted((a, b) => compareText(fileSlug(a.name), fileSlug(b.name)))) {
    const index = readIndex(file, { agencies, documents }, report);
    const id = fileSlug(file.name);
    if (described.has(id))
      report(startOf(file.path), `chỉ số “${id}” đã có một tệp mô tả`, "giữ lại một tệp .yaml");
    described.add(id);
    if (index) indices.set(index.id, index);
    else muted.add(`index ${id}`);
  }
  const results = below("results").flatMap(resultsOf);
  for (const path of unloaded) if (path.endsWith(".csv")) muted.add(`results of ${fileSlug(path)}`);
  const knownIndices = new Map([...KNOWN_INDICES, ...described].map(id => [id, indices.get(id)]));
  return { agencies, documents, abbreviations, peers, contact, redirects, indices, knownIndices, results };

  function below(folder: string): SourceFile[] {
    return [...data.values()].filter(file => file.name.startsWith(`${folder}/`));
  }

  function resultsOf(file: SourceFile): Result[] {
    const id = fileSlug(file.name);
    if (!described.has(id))
      report(
        startOf(file.path),
        `chỉ số “${id}” chưa được mô tả`,
        `thêm tệp indices/${id}.yaml, ít nhất có name`,
      );
    const before = problems.length;
    const results = readResults(file, { indices, agencies }, report);
    if (results.length === 0 && (problems.length > before || muted.size > 0)) muted.add(`results of ${id}`);
    return results;
  }
}

function isKnown({ name, path }: SourceFile, report: Report): boolean {
  if (DATA_FILES.includes(name) || DATA_FOLDERS.test(name)) return true;
  report(
    startOf(path),
    `dữ liệu không có tệp “${name}” trong định dạng`,
    suggest(
      name,
      DATA_FILES,
      `dùng ${DATA_FILES.join(", ")}, indices/<chỉ số>.yaml hoặc results/<chỉ số>.csv`,
    ),
  );
  return false;
}
