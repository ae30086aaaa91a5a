const NEEDS_ESCAPE = /["&<]/;

/** A text as HTML and XML write it, between tags and in attributes. */
export function escapeMarkup(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
