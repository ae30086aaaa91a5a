/** Where pages ask for the client code; the tag of each entry is replaced by its hashed files when the site is built. */
export const ENTRIES = "assets/client/";

/** What a page's tag of an entry becomes: `assets/client/main.ts` → its hashed stylesheets and script. */
export type ClientTags = Readonly<Record<string, string>>;

const ENTRY_TAG = new RegExp(`<script type="module" src="[^"]*/(${ENTRIES}[^"]+)"></script>`, "g");

/** HTML with the tags of client entries swapped for those of the built files. */
export function swapTags(html: string, tags: ClientTags, page: string): string {
  return html.replace(ENTRY_TAG, (_, entry: string) => {
    const tag = tags[entry];
    if (tag === undefined) throw new Error(`${page} asks for ${entry}, which is no client entry`);
    return tag;
  });
}
