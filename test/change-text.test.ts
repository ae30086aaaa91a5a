import { expect, test } from "vitest";
import { changeText } from "../layouts/change-text.ts";
import type { Change } from "../scripts/model/change.ts";
import { plan, siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "documents.csv": "id,number,kind\n12-qd-bnv-2023,12/QĐ-BNV,Quyết định\n",
  "indices/par-index.yaml": "name: Chỉ số cải cách hành chính\nshort_name: PAR INDEX\n",
  "plans/a/tren-2023.md": plan("## A.1. Việc\n- Thời hạn: Quý I/2023\n", "number: 90/KH-UBND\n"),
});

test.each<[Change["field"], string, string]>([
  ["indices", "par-index; ddci", "PAR INDEX; ddci"],
  ["legalBasis", "12-qd-bnv-2023", "Quyết định 12/QĐ-BNV"],
  ["implements", "tren-2023; 12-qd-bnv-2023; 5/KH-UBND", "90/KH-UBND; Quyết định 12/QĐ-BNV; 5/KH-UBND"],
  ["criteria", "par-index/1.3.1; sipas/2", "PAR INDEX 1.3.1; SIPAS 2"],
  ["carriesOut", "tren-2023#A.1; mat-2023#B.2", "A.1 (90/KH-UBND); mat-2023#B.2"],
])("a change of %s names what readers know, and what is gone as it was typed", (field, value, words) => {
  const change = { id: undefined, title: undefined, field, before: undefined, after: value };
  expect(changeText(site, change).after).toBe(words);
});
