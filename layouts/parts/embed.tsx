import type { ComponentChildren } from "preact";
import type { Site } from "../../scripts/model/site.ts";
import type { Settings } from "../../scripts/settings.ts";
import { type Embed, embedCode } from "../embeds.ts";
import { siteName } from "../site-name.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

/** The frame of a page that stands in another site's page: no header, no footer; its links leave the frame. */
export function EmbedLayout({
  site,
  title,
  entries = [],
  children,
}: {
  site: Site;
  title: string;
  /** Client entries beside "main" and "embed". */
  entries?: readonly string[];
  children: ComponentChildren;
}) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${siteName(site)}`}</title>
        <meta name="robots" content="noindex" />
        <base target="_top" />
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        {["main", "embed", ...entries].map(entry => (
          <script type="module" src={`/assets/client/${entry}.ts`} />
        ))}
      </head>
      <body class="embed">
        <main>{children}</main>
      </body>
    </html>
  );
}

/** The code of an embed in a field to copy from. */
export function EmbedCode({ settings, embed }: { settings: Settings; embed: Embed }) {
  return (
    <label>
      {strings.embed.copyHint}
      <textarea readOnly rows={5} spellcheck={false}>
        {embedCode(settings, embed)}
      </textarea>
    </label>
  );
}
