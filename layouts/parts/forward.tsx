import type { Settings } from "../../scripts/settings.ts";
import { strings } from "../strings.ts";
import { absoluteUrl, urls } from "../urls.ts";

/** A page whose address has moved: it leads on by itself, and by a link where the browser does not. */
export function ForwardPage({ to, settings }: { to: string; settings: Settings }) {
  const isOwn = to.startsWith("/");
  const target = isOwn ? `${settings.pathPrefix}${to.slice(1)}` : to;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="refresh" content={`0; url=${target}`} />
        <title>{strings.moved.title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={isOwn && settings.siteUrl ? absoluteUrl(settings, to) : to} />
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <h1>{strings.moved.title}</h1>
          <p>
            {strings.moved.lead} <a href={to}>{to}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
