import type { Finding, Note } from "../../scripts/import/blocks.ts";
import { checkPlan, convert } from "../../scripts/import/convert.ts";
import { readDocument } from "../../scripts/import/read-file.ts";
import { formatReport } from "../../scripts/import/report.ts";
import type { AgencyReference } from "../../scripts/model/agency-reference.ts";
import { siteOf } from "./sources.ts";

/** Tỉnh Ví Dụ with the agencies that plans of the import tests name; tỉnh Mẫu has a Sở Nội vụ as well. */
const AGENCIES = `id,name,kind,level,parent,aliases
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,body,province,,UBND tỉnh|Ủy ban nhân dân tỉnh
so-noi-vu,Sở Nội vụ,agency,province,ubnd-vi-du,
so-tu-phap,Sở Tư pháp,agency,province,ubnd-vi-du,
so-tai-chinh,Sở Tài chính,agency,province,ubnd-vi-du,
so-van-hoa,"Sở Văn hóa, Thể thao và Du lịch",agency,province,ubnd-vi-du,
so-truyen-thong,Sở Thông tin - Truyền thông,agency,province,ubnd-vi-du,
van-phong,Văn phòng UBND tỉnh,agency,province,ubnd-vi-du,
cac-so,"Các sở, ban, ngành",group,province,ubnd-vi-du,"Sở, ban, ngành"
cap-huyen,UBND cấp huyện,group,province,ubnd-vi-du,"UBND các huyện, thị xã, thành phố"
cap-xa,UBND cấp xã,group,province,ubnd-vi-du,
dia-phuong,Các địa phương,group,province,ubnd-vi-du,Địa phương
cac-phong,Các phòng,group,province,ubnd-vi-du,
ban-quan-ly,Ban Quản lý khu công nghiệp,agency,province,ubnd-vi-du,Ban
ubnd-mau,Ủy ban nhân dân tỉnh Mẫu,body,province,,
so-xay-dung-mau,Sở Xây dựng,agency,province,ubnd-mau,
`;
const DOCUMENTS = `id,number,kind,date,issuer,title,url
12-qd-bnv-2023,12/QĐ-BNV,Quyết định,2023-02-01,,,
`;
const UPPER = `---
title: Kế hoạch cải cách hành chính năm 2023
agency: ubnd-vi-du
number: 90/KH-UBND
issued: 2023-01-05
year: 2023
state: issued
---
Lời văn.
`;

export const { site } = siteOf({
  "agencies.csv": AGENCIES,
  "documents.csv": DOCUMENTS,
  "plans/vi-du/tren-2023.md": UPPER,
  "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\nunit: điểm\n",
});

/** Imports a file of tỉnh Ví Dụ in memory, as the command does. */
export async function importBytes(
  bytes: Uint8Array,
  name: string,
  agency: string | undefined = "ubnd-vi-du",
) {
  const findings: Finding[] = [];
  const note: Note = (kind, line, message) => findings.push({ kind, line, message });
  const source = await readDocument(bytes, name, note);
  if ("refused" in source) throw new Error(source.refused);
  const { markdown, report } = convert(source, site, { agency, name }, { findings, note });
  const { plan, problems } = checkPlan(markdown, "nhap.md", site);
  const list = (references: readonly AgencyReference[]) =>
    references
      .map(
        ({ agency, printed, role }) => (agency ?? `?${printed}`) + (role === undefined ? "" : ` (${role})`),
      )
      .join("; ");
  return {
    markdown,
    plan,
    problems,
    findings,
    report: formatReport({ ...report, source: name, target: "nhap.md", problems, rows: {} }),
    /** id | title | lead | coordinators | deadline of every task, several pairs with a plus. */
    tasks: (plan?.tasks ?? []).map(({ id, title, assignments, deadline }) =>
      [
        id,
        title,
        assignments.map(({ leads }) => list(leads)).join(" + "),
        assignments.map(({ coordinators }) => list(coordinators)).join(" + "),
        deadline?.printed ?? "",
      ].join(" | "),
    ),
  };
}

export function importText(text: string, name = "ke-hoach.txt", agency: string | undefined = "ubnd-vi-du") {
  return importBytes(new TextEncoder().encode(text), name, agency);
}
