/** Where a result was published: a title, and the address of what says so, on the web or as a page of the site. */
interface ResultSource {
  readonly title: string;
  readonly href?: string;
}

/** "Title · https://…" or "Title · /ke-hoach/ten/"; a source without an address is a title alone. */
export function readSource(text: string): ResultSource {
  const [, title, href] = /^(.*) · ((?:https?:\/)?\/\S+)$/.exec(text) ?? [];
  return title !== undefined && href !== undefined ? { title, href } : { title: text };
}

/** The same source for a site in a sub-folder, where its text is read by a script and not written into a page. */
export function sourceBelow(pathPrefix: string, text: string): string {
  const { title, href } = readSource(text);
  return href?.startsWith("/") ? `${title} · ${pathPrefix}${href.slice(1)}` : text;
}
