import { createHash } from "node:crypto";
import { apiOf, type GitHost } from "../../../scripts/model/git-host.ts";
import type { Settings } from "../../../scripts/settings.ts";
import { IMPORT_MAP } from "../../admin-files.ts";
import type { PageData } from "../../parts/layout.tsx";
import { siteName } from "../../site-name.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  permalink: ({ settings }: { settings: Settings }) => (settings.admin ? urls.admin : false),
};

/** The editing page: Sveltia CMS in a frame of its own, for editors only. */
export default function AdminPage({ site, settings }: PageData) {
  const host = settings.admin?.host;
  return (
    <html lang="vi" data-git-host={host?.name}>
      <head>
        <meta charset="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={adminPolicy(host)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="same-origin" />
        <title>{`${strings.admin.title} – ${siteName(site)}`}</title>
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={`${urls.admin}start.css`} />
        <script type="importmap" dangerouslySetInnerHTML={{ __html: IMPORT_MAP }} />
        <script type="module" src="/assets/client/admin.ts" />
      </head>
      <body>
        <noscript>{strings.admin.needsScript}</noscript>
        <p id="only-here" hidden>
          {strings.admin.onlyLocal} <a href={urls.guide}>{strings.admin.guide}</a>.
        </p>
      </body>
    </html>
  );
}

/** What the page may load: itself, and the programming interface of the Git host; the CMS writes its own styles. */
export function adminPolicy(host: GitHost | undefined): string {
  const hash = createHash("sha256").update(IMPORT_MAP).digest("base64");
  const outside = host ? ` ${new URL(apiOf(host)).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' data: blob:${outside}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
