/** A source file as the loader hands it over: decoded, NFC, LF only, without a byte order mark. */
export interface SourceFile {
  /** Path as the editor knows it, for messages. */
  readonly path: string;
  /** Path inside the content or data folder, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** `plans/ubnd-quang-nam/quang-nam-2023.md` → `quang-nam-2023`. */
export function fileSlug(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
