/** A source file as the loader hands it over: decoded, NFC, LF only, without a byte order mark. */
export interface SourceFile {
  /** Path as the editor knows it, for messages. */
  readonly path: string;
  /** Path inside the content or data folder, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** The slug or id of what a file is about: `plans/ubnd-vi-du/vi-du-2023.md` → `vi-du-2023`, `results/papi.csv` → `papi`. */
export function fileSlug(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.(md|csv|ya?ml)$/, "");
}
