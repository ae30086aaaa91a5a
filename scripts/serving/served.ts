/** What a server is told of a site. */
export interface Served {
  /** Absolute path of the folder that holds the pages. */
  readonly folder: string;
  /** Path under which it is served, with a slash at both ends. */
  readonly pathPrefix: string;
  readonly redirects: readonly ServerRedirect[];
}

/** An address that has moved for good. */
interface ServerRedirect {
  /** Path without the prefix and without a slash in front, its letters as they are in the name of a file. */
  readonly from: string;
  /** Path with the prefix, or an address elsewhere. */
  readonly to: string;
}

/** A text as the configurations of nginx and Caddy write it. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
