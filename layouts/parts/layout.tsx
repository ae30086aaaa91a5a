import type { ComponentChildren } from "preact";
import type { Settings } from "../../scripts/load.ts";
import type { Site } from "../../scripts/model/site.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

/** What every page template is given. */
export interface PageData {
  readonly site: Site;
  readonly settings: Settings;
}

interface LayoutProps extends PageData {
  /** Title of the page, without the site's name. */
  readonly title: string;
  readonly description: string;
  /** The page's own address, from urls.ts. */
  readonly path: string;
  /** The way from the home page, without the page itself. */
  readonly breadcrumbs?: readonly { readonly title: string; readonly href: string }[];
  /** schema.org description of what the page is about. */
  readonly jsonLd?: object;
  /** Client entry of layouts/client; "main" carries styles and what every page has. */
  readonly entry?: string;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, header, breadcrumbs, footer. */
export function Layout({ title, description, path, settings, entry = "main", children }: LayoutProps) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${strings.site.name}`}</title>
        <meta name="description" content={description} />
        {settings.siteUrl && <link rel="canonical" href={absoluteUrl(settings, path)} />}
        <script type="module" src={`/assets/client/${entry}.ts`} />
      </head>
      <body>
        <header>
          <a href={urls.home}>{strings.site.name}</a>
        </header>
        <main id="noi-dung">{children}</main>
      </body>
    </html>
  );
}

/** An address with origin and path prefix, for canonical links, feeds and the sitemap. */
export function absoluteUrl(settings: Settings, path: string): string {
  return `${settings.siteUrl}${settings.pathPrefix}${path.replace(/^\//, "")}`;
}
