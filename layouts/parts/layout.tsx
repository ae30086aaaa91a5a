import type { ComponentChildren } from "preact";
import type { Settings } from "../../scripts/load.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { Revision } from "../../scripts/revision.ts";
import { formatDate, formatEnglishDate } from "../format.ts";
import { feedStrings } from "../history-strings.ts";
import { englishPages, type Language, wordsOf } from "../languages.ts";
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
  /** Language of the page; Vietnamese unless told otherwise. */
  readonly language?: Language;
  /** Not to be listed by search engines. */
  readonly hidden?: boolean;
  readonly children: ComponentChildren;
}

const NAVIGATION = {
  vi: [
    [urls.plans, strings.nav.plans],
    [urls.tasks, strings.nav.tasks],
    [urls.agencies, strings.nav.agencies],
    [urls.indices, strings.nav.indices],
    [urls.documents, strings.nav.documents],
  ],
  en: [
    [urls.english.indices, wordsOf("en").nav.indices],
    [urls.english.method, wordsOf("en").nav.method],
  ],
} as const;

/** Pages of the footer: each has the same name in the addresses and in the words. */
const FOOTER = [
  "about",
  "method",
  "abbreviations",
  "updates",
  "corrections",
  "data",
  "portal",
  "accessibility",
  "trust",
  "embeds",
  "guide",
] as const;

const LANGUAGE_NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English" };

/** The frame of every page: head, header, breadcrumbs, footer. */
export function Layout(props: LayoutProps) {
  const { title, description, path, settings, site, breadcrumbs = [], entries = [], kind, children } = props;
  const { language = "vi" } = props;
  const words = wordsOf(language);
  const home = language === "en" ? urls.english.home : urls.home;
  const isHome = path === home;
  const other = otherLanguage(site, path, language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{isHome ? `${words.site.name} – ${title}` : `${title} – ${words.site.name}`}</title>
        <meta name="description" content={description} />
        {props.hidden && <meta name="robots" content="noindex" />}
        {settings.siteUrl && <link rel="canonical" href={absoluteUrl(settings, path)} />}
        <meta property="og:type" content={isHome ? "website" : "article"} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:locale" content={language === "en" ? "en_GB" : "vi_VN"} />
        <meta property="og:site_name" content={strings.site.name} />
        {settings.siteUrl && <meta property="og:url" content={absoluteUrl(settings, path)} />}
        {other.isSame && settings.siteUrl && (
          <>
            <link rel="alternate" hreflang={language} href={absoluteUrl(settings, path)} />
            <link rel="alternate" hreflang={other.language} href={absoluteUrl(settings, other.href)} />
          </>
        )}
        {props.feed !== undefined && <FeedLinks page={props.feed} />}
        {settings.siteUrl && <ShareImage site={site} settings={settings} path={path} />}
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <script type="module" src="/assets/client/main.ts" />
        {entries.map(entry => (
          <script type="module" src={`/assets/client/${entry}.ts`} />
        ))}
        {props.jsonLd && <JsonLd value={{ "@context": "https://schema.org", ...props.jsonLd }} />}
        {breadcrumbs.length > 0 && (
          <JsonLd
            value={breadcrumbList(
              [{ title: words.site.home, href: home }, ...breadcrumbs, { title, href: path }],
              settings,
            )}
          />
        )}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {words.site.skip}
        </a>
        <header class="top">
          <a class="brand" href={home}>
            {words.site.name}
          </a>
          <nav aria-label={words.site.menu}>
            <ul>
              {NAVIGATION[language].map(([href, name]) => (
                <li>
                  <a href={href} aria-current={path.startsWith(href) ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
              <li>
                <a
                  href={other.href}
                  hreflang={other.language}
                  lang={other.language}
                  title={LANGUAGE_NAMES[other.language]}
                >
                  {other.language.toUpperCase()}
                </a>
              </li>
            </ul>
          </nav>
          {!isHome && <SearchForm language={language} />}
        </header>
        <main id="noi-dung" class={kind}>
          {breadcrumbs.length > 0 && (
            <nav class="crumbs" aria-label={words.site.breadcrumbs}>
              <ol>
                {[{ title: words.site.home, href: home }, ...breadcrumbs].map(crumb => (
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
          <nav aria-label={words.nav.about}>
            <ul>
              {FOOTER.filter(key => isThere(site, urls[key])).map(key => (
                <li>
                  <a href={urls[key]} hreflang={language === "en" ? "vi" : undefined}>
                    {words.nav[key]}
                  </a>
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
            {props.revision && <Version revision={props.revision} language={language} />}
          </p>
          {settings.siteUrl && <p class="paper">{strings.sheet.from(absoluteUrl(settings, path))}</p>}
        </footer>
      </body>
    </html>
  );
}

/** The same page in the other language; where there is none, the home page of that language. */
function otherLanguage(
  site: Site,
  path: string,
  language: Language,
): { href: string; language: Language; isSame: boolean } {
  const english = englishPages(site);
  if (language === "vi") {
    const same = english.get(path);
    return { href: same ?? urls.english.home, language: "en", isSame: same !== undefined };
  }
  const same = [...english].find(([, page]) => page === path)?.[0];
  return { href: same ?? urls.home, language: "vi", isSame: same !== undefined };
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
export function Version({
  revision: { id, day, changed },
  language,
}: {
  revision: Revision;
  language: Language;
}) {
  const words = wordsOf(language).site;
  return (
    <>
      {" "}
      <a href={urls.version}>
        {words.version} {id.slice(0, 7)}
      </a>
      , {language === "en" ? formatEnglishDate(day) : formatDate(day)}
      {changed && ` (${words.changed})`}.
    </>
  );
}

/** The search field: a plain form that works before any script has come. */
export function SearchForm({ language = "vi" }: { language?: Language }) {
  const words = wordsOf(language).site;
  return (
    <search>
      <form class="search" action={urls.search} method="get">
        <label>
          <span>{words.search}</span>
          <input type="search" name="q" placeholder={words.searchHint} autocomplete="off" />
        </label>
        <button type="submit">{words.find}</button>
      </form>
    </search>
  );
}

/** Structured data: a data block, which no browser runs. */
function JsonLd({ value }: { value: object }) {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function breadcrumbList(steps: readonly Crumb[], settings: Settings): object {
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
  return settings.siteUrl + settings.pathPrefix + (path.startsWith("/") ? path.slice(1) : path);
}
