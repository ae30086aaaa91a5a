import type { LegalDocument } from "../scripts/model/document.ts";

/** "Quyết định 876/QĐ-BNV". */
export function documentName({ kind, number }: Pick<LegalDocument, "kind" | "number">): string {
  return [kind, number].filter(Boolean).join(" ");
}
