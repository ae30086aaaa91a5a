import type { ComponentChildren } from "preact";
import type { Settings } from "../../scripts/load.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { Revision } from "../../scripts/revision.ts";
import { formatDate } from "../format.ts";
import { feedStrings } from "../history-strings.ts";
import { SHARE_SIZE, shareCardOf } from "../share-card.tsx";
import { strings } from "../strings.ts";
import { isJudged, urls } from "../urls.ts";

/** What every page template is given. */
export interface PageData {
  readonly site: Site;
  readonly settings: Settings;
  /** Undefined in the dev server, and where the content is not kept in Git. */
  readonly revision?: Revision | undefined;
}

/** A step on the way from the home page. */
export interface Crumb {
  readonly title: string;
  readonly href: string;
}

interface LayoutProps extends PageData {
  /** Title of the page, without the site's name. */
  readonly title: string;
  readonly description: string;
  /** The page's own address, from urls.ts. */
  readonly path: string;
  /** The way from the home page, without the home page and the page itself. */
  readonly breadcrumbs?: readonly Crumb[];
  /** schema.org description of what the page is about. */
  readonly jsonLd?: object;
  /** Further client entries of layouts/client, beside "main", which carries the styles. */
  readonly entries?: readonly string[];
  /** The page whose feed tells of what is new here, when there is one. */
  readonly feed?: string | undefined;
  /** Kind of page, for styles: "wide" for tables. */
  readonly kind?: "wide" | "home";
  /** Not to be listed by search engines. */
  readonly hidden?: boolean;
  readonly children: ComponentChildren;
}

const NAVIGATION = [
  [urls.plans, strings.nav.plans],
  [urls.tasks, strings.nav.tasks],
  [urls.agencies, strings.nav.agencies],
  [urls.indices, strings.nav.indices],
  [urls.documents, strings.nav.documents],
] as const;

const FOOTER = [
  [urls.about, strings.nav.about],
  [urls.method, strings.nav.method],
  [urls.abbreviations, strings.nav.abbreviations],
  [urls.updates, strings.nav.updates],
  [urls.corrections, strings.nav.corrections],
  [urls.data, strings.nav.data],
  [urls.portal, strings.nav.portal],
  [urls.accessibility, strings.nav.accessibility],
  [urls.trust, strings.nav.trust],
  [urls.embeds, strings.nav.embeds],
  [urls.guide, strings.nav.guide],
] as const;

/** The frame of every page: head, header, breadcrumbs, footer. */
export function Layout(props: LayoutProps) {
  const { title, description, path, settings, site, breadcrumbs = [], entries = [], kind, children } = props;
  const isHome = path === urls.home;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{isHome ? `${strings.site.name} – ${title}` : `${title} – ${strings.site.name}`}</title>
        <meta name="description" content={description} />
        {props.hidden && <meta name="robots" content="noindex" />}
        {settings.siteUrl && <link rel="canonical" href={absoluteUrl(settings, path)} />}
        <meta property="og:type" content={isHome ? "website" : "article"} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:locale" content="vi_VN" />
        <meta property="og:site_name" content={strings.site.name} />
        {settings.siteUrl && <meta property="og:url" content={absoluteUrl(settings, path)} />}
        {props.feed !== undefined && <FeedLinks page={props.feed} />}
        {settings.siteUrl && <ShareImage site={site} settings={settings} path={path} />}
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <script type="module" src="/assets/client/main.ts" />
        {entries.map(entry => (
          <script type="module" src={`/assets/client/${entry}.ts`} />
        ))}
        {props.jsonLd && <JsonLd value={{ "@context": "https://schema.org", ...props.jsonLd }} />}
        {breadcrumbs.length > 0 && <JsonLd value={breadcrumbList(breadcrumbs, title, path, settings)} />}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {strings.site.skip}
        </a>
        <header class="top">
          <a class="brand" href={urls.home}>
            {strings.site.name}
          </a>
          <nav aria-label={strings.site.menu}>
            <ul>
              {NAVIGATION.map(([href, name]) => (
                <li>
                  <a href={href} aria-current={path.startsWith(href) ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {!isHome && <SearchForm />}
        </header>
        <main id="noi-dung" class={kind}>
          {breadcrumbs.length > 0 && (
            <nav class="crumbs" aria-label={strings.site.breadcrumbs}>
              <ol>
                {[{ title: strings.site.home, href: urls.home }, ...breadcrumbs].map(crumb => (
                  <li>
                    <a href={crumb.href}>{crumb.title}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {children}
        </main>
        <footer class="bottom">
          <nav aria-label={strings.nav.about}>
            <ul>
              {FOOTER.filter(([href]) => isThere(site, href)).map(([href, name]) => (
                <li>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          <p>
            {isJudged(path) && (
              <>
                {strings.site.asOf} <time dateTime={site.asOf}>{formatDate(site.asOf)}</time>.
              </>
            )}
            {props.revision && <Version revision={props.revision} />}
          </p>
          {settings.siteUrl && <p class="paper">{strings.sheet.from(absoluteUrl(settings, path))}</p>}
        </footer>
      </body>
    </html>
  );
}

/** Tells browsers and feed readers where the news of a page are. */
function FeedLinks({ page }: { page: string }) {
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={feedStrings.atom}
        href={urls.feed(page, "atom")}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        title={feedStrings.json}
        href={urls.feed(page, "json")}
      />
    </>
  );
}

const PROSE_PAGES: readonly string[] = [urls.about, urls.method, urls.accessibility];

/** Prose pages are content, and only a portal knows other sites: a site without them does not link to them. */
function isThere(site: Site, href: string): boolean {
  if (href === urls.portal) return site.peers.length > 0;
  return !PROSE_PAGES.includes(href) || site.pages.some(({ slug }) => urls.page(slug) === href);
}

/** The picture that networks show with a link: only where the site's origin is known, since they ask for whole addresses. */
function ShareImage({ site, settings, path }: Pick<LayoutProps, "site" | "settings" | "path">) {
  const card = shareCardOf(site, path);
  return (
    <>
      <meta property="og:image" content={absoluteUrl(settings, urls.shareImage(card.path))} />
      <meta property="og:image:width" content={String(SHARE_SIZE.width)} />
      <meta property="og:image:height" content={String(SHARE_SIZE.height)} />
      <meta property="og:image:alt" content={[card.title, ...card.facts].join(". ")} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** Which state of the content the reader has before them; the whole name of the revision is in version.json. */
function Version({ revision: { id, day, changed } }: { revision: Revision }) {
  return (
    <>
      {" "}
      <a href={urls.version}>
        {strings.site.version} {id.slice(0, 7)}
      </a>
      , {formatDate(day)}
      {changed && ` (${strings.site.changed})`}.
    </>
  );
}

/** The search field: a plain form that works before any script has come. */
export function SearchForm() {
  return (
    <search>
      <form class="search" action={urls.search} method="get">
        <label>
          <span>{strings.site.search}</span>
          <input type="search" name="q" placeholder={strings.site.searchHint} autocomplete="off" />
        </label>
        <button type="submit">{strings.site.find}</button>
      </form>
    </search>
  );
}

/** Structured data: a data block, which no browser runs. */
function JsonLd({ value }: { value: object }) {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function breadcrumbList(crumbs: readonly Crumb[], title: string, path: string, settings: Settings): object {
  const steps = [{ title: strings.site.home, href: urls.home }, ...crumbs, { title, href: path }];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name: step.title,
      item: absoluteUrl(settings, step.href),
    })),
  };
}

/** An address with origin and path prefix, for canonical links, feeds and the sitemap. */
export function absoluteUrl(settings: Settings, path: string): string {
  return `${settings.siteUrl}${settings.pathPrefix}${path.replace(/^\//, "")}`;
}
