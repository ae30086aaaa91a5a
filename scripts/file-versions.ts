import { readBlobs } from "./git.ts";
import { decodeText } from "./load.ts";
import { agencyDirectory } from "./model/agency.ts";
import { documentDirectory } from "./model/document.ts";
import type { FileHistory, FileVersion } from "./model/history.ts";

/** Old texts are read without agencies, documents and indices: only what is printed in them is compared. */
export const NO_OTHERS = {
  agencies: agencyDirectory(new Map()),
  documents: documentDirectory(new Map()),
  indices: new Map(),
};

/** Reads the states of a file, oldest first, each with its text; without one it was removed, or is no text. */
type ReadVersions = (
  file: FileHistory,
) => AsyncGenerator<{ readonly version: FileVersion; readonly text: string | undefined }>;

/**
 * Opens all states of files at once: one process for all of them.
 * @returns what reads them, one file after the other in the order in which they are given
 */
export function openVersions(folder: string, files: readonly FileHistory[]): ReadVersions {
  const blobs = readBlobs(folder, files.flatMap(blobsOf));
  return async function* ({ versions }) {
    let text: string | undefined;
    for (const [i, version] of versions.entries()) {
      if (version.blob !== undefined && version.blob !== versions[i - 1]?.blob) {
        const bytes = (await blobs.next()).value;
        text = bytes && decodeText(bytes);
      }
      yield { version, text: version.blob === undefined ? undefined : text };
    }
  };
}

/** The ids of the texts that a file had one after another; a text that only came under another name is not repeated. */
function blobsOf({ versions }: FileHistory): string[] {
  return versions.flatMap(({ blob }, i) =>
    blob === undefined || blob === versions[i - 1]?.blob ? [] : [blob],
  );
}
