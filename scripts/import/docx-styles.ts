/** A style of a Word file as it is written there. */
interface Style {
  /** The attributes of its element. */
  readonly head: string;
  readonly body: string;
}

/** The styles of a Word file by their ids. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  for (const [, head = "", body = ""] of xml.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/g))
    styles.set(/w:styleId="([^"]*)"/.exec(head)?.[1] ?? "", { head, body });
  return styles;
}

/** What a style says, or else the nearest one that it is based on and that says it. */
export function inherit(
  styles: ReadonlyMap<string, Style>,
  id: string,
  read: (body: string) => string | undefined,
): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    const { body = "" } = styles.get(at) ?? {};
    const value = read(body);
    if (value !== undefined) return value;
    seen.add(at);
    at = attribute(body, "w:basedOn");
  }
  return undefined;
}

/** The value of the first element of a name. */
export function attribute(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}\\b[^>]*?w:val="([^"]*)"`).exec(xml)?.[1];
}
