import type { Revision } from "../scripts/model/revision.ts";
import { renderPart } from "./page-bytes.ts";
import { SheetNumber, sheetVersion } from "./parts/sheet-head.tsx";
import { Version } from "./parts/version.tsx";

/** All HTML by which pages of a list name the revision of the content; a page that is kept is given that of today. */
export function versionLines(revision: Revision, pathPrefix: string): string[] {
  return [
    <Version revision={revision} language="vi" />,
    <Version revision={revision} language="en" />,
    <SheetNumber number={sheetVersion(revision)} />,
  ].map(line => renderPart(line, pathPrefix));
}
