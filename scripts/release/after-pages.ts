import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { renderDocument, renderPart } from "../../layouts/page-bytes.ts";
import { ForwardPage } from "../../layouts/parts/forward.tsx";
import { type ReleaseNote, ReleaseNotes } from "../../layouts/parts/release-notes.tsx";
import { urls } from "../../layouts/urls.ts";
import type { Settings } from "../settings.ts";
import { type PageFacts, readPage } from "./pages.ts";

/** The page about the release, which differs from release to release. */
export const TRUST_PAGE = `${urls.trust.slice(1)}index.html`;

/** Writes the notes of the release into the page about it; they are known only when all other files are written. */
export async function writeNotes(folder: string, note: ReleaseNote, settings: Settings): Promise<PageFacts> {
  const path = join(folder, TRUST_PAGE);
  const page = await readFile(path, "utf8");
  const [empty, full] = [undefined, note].map(release =>
    renderPart(ReleaseNotes({ release }), settings.pathPrefix),
  );
  if (empty === undefined || full === undefined || !page.includes(empty))
    throw new Error(`${TRUST_PAGE} has no place for the notes of a release`);
  const html = page.replace(empty, () => full);
  await writeFile(path, html);
  return readPage(TRUST_PAGE, html);
}

/** Writes a page that forwards to a new address, in place of one that is gone. */
export async function writeForward(
  folder: string,
  name: string,
  to: string,
  settings: Settings,
): Promise<PageFacts> {
  const html = renderDocument(ForwardPage({ to, settings }), settings.pathPrefix);
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), html);
  return readPage(name, html);
}
