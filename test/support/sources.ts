import type { Plan } from "../../scripts/model/plan.ts";
import { collectProblems, formatProblem, type Problem, type Report } from "../../scripts/model/problem.ts";
import type { Site } from "../../scripts/model/site.ts";
import { parseSite } from "../../scripts/model/site-sources.ts";
import type { SourceFile } from "../../scripts/model/source-file.ts";

/** A source file as the loader hands it over. */
export function source(name: string, text: string): SourceFile {
  return { path: name, name, text };
}

/** Runs a reader and returns what it gave and the problems it reported, as they are printed. */
export function reading<Value>(read: (report: Report) => Value): { value: Value; problems: string[] } {
  const { report, problems } = collectProblems();
  const value = read(report);
  return { value, problems: problems.map(formatProblem) };
}

/** Two example provinces, each with a Sở Nội vụ; tỉnh Mẫu has a successor of the same name from 1/7/2025. */
export const AGENCIES = `id,name,kind,level,parent,valid_from,valid_to,successors,aliases
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,body,province,,,,,UBND tỉnh
so-noi-vu-vi-du,Sở Nội vụ,agency,province,ubnd-vi-du,,,,
so-tu-phap-vi-du,Sở Tư pháp,agency,province,ubnd-vi-du,,,,STP
phong-vi-du,Phòng Hành chính,unit,internal,so-noi-vu-vi-du,,,,
ubnd-mau,Ủy ban nhân dân tỉnh Mẫu,body,province,,,2025-06-30,ubnd-mau-moi,UBND tỉnh Mẫu
ubnd-mau-moi,Ủy ban nhân dân tỉnh Mẫu,body,province,,2025-07-01,,,
so-noi-vu-mau,Sở Nội vụ,agency,province,ubnd-mau,,,,
cac-so-1,Các Sở,group,province,ubnd-vi-du,,,,sở ngành
cac-so-2,Các Sở,group,province,ubnd-vi-du,,,,
`;

/** A plan of tỉnh Ví Dụ: minimal front matter (6 lines) and the given body from line 7. */
export function plan(body: string, extra = "", agency = "ubnd-vi-du"): string {
  return `---\ntitle: Kế hoạch ví dụ\nagency: ${agency}\nyear: 2023\nstate: issued\n${extra}---\n${body}`;
}

/** Makes a site of named files: data files by their name inside data/, all others inside content/. */
export function siteOf(
  files: Record<string, string>,
  asOf = "2023-10-01",
): { site: Site; problems: string[]; raw: Problem[] } {
  const all = { "agencies.csv": AGENCIES, ...files };
  const named = Object.entries(all).map(([name, text]) => source(name, text));
  const isData = ({ name }: SourceFile) => /\.(csv|ya?ml)$/.test(name);
  const { site, problems } = parseSite(
    { content: named.filter(file => !isData(file)), data: named.filter(isData) },
    asOf,
  );
  return { site, problems: problems.map(formatProblem), raw: problems };
}

/** The plan of tỉnh Ví Dụ with a given body, and the problems of the site that holds nothing else. */
export function parsePlanOf(
  body: string,
  extra = "",
  agency = "ubnd-vi-du",
): { plan: Plan; problems: readonly string[] } {
  const { site, problems } = siteOf({ "plans/vi-du/ke-hoach.md": plan(body, extra, agency) });
  const parsed = site.planBySlug.get("ke-hoach");
  if (!parsed) throw new Error(`no plan: ${problems.join("\n")}`);
  return { plan: parsed, problems };
}
