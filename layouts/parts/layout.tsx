import type { ComponentChildren } from "preact";
import type { Revision } from "../../scripts/model/revision.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { Settings } from "../../scripts/settings.ts";
import { formatDate } from "../format.ts";
import { englishPages, LANGUAGE_NAMES, type Language, wordsOf } from "../languages.ts";
import { siteName } from "../site-name.ts";
import { strings } from "../strings.ts";
import { absoluteUrl, hasProse, isJudged, listPage, PROSE_PAGES, urls } from "../urls.ts";
import { PageHead } from "./page-head.tsx";
import { SearchForm } from "./search-form.tsx";
import { Version } from "./version.tsx";

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

/** Where the link to the other language leads. */
export interface OtherLanguage {
  readonly href: string;
  readonly language: Language;
  /** Whether that is the same page, and not the home page. */
  readonly isSame: boolean;
}

/** What a page tells the frame around it. */
export interface LayoutProps extends PageData {
  /** Title of the page, without the site's name. */
  readonly title: string;
  readonly description: string;
  /** The page's own address, from urls.ts. */
  readonly path: string;
  /** Which page of a long list it is, where title and path are those of the list. */
  readonly number?: number;
  /** The way from the home page, without the home page and the page itself. */
  readonly breadcrumbs?: readonly Crumb[];
  /** schema.org description of what the page is about. */
  readonly jsonLd?: object;
  /** Further client entries of layouts/client, beside "main", which carries the styles. */
  readonly entries?: readonly string[];
  /** The page whose feed tells of what is new here, when there is one. */
  readonly feed?: string | undefined;
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

/** Pages with a search field of their own. */
const PAGES_OF_SEARCH = new Set<string>([urls.home, urls.search, urls.notFound]);

/** The frame of every page: head, header, breadcrumbs, footer. */
export function Layout({ number = 1, ...given }: LayoutProps) {
  const { site, breadcrumbs = [], language = "vi", children } = given;
  const words = wordsOf(language);
  const path = listPage(given.path, number);
  const title = number > 1 ? words.site.page(given.title, number) : given.title;
  const props = { ...given, title, path };
  const home = language === "en" ? urls.english.home : urls.home;
  const isHome = path === home;
  const other = otherLanguage(site, path, language);
  return (
    <html lang={language}>
      <PageHead {...props} isHome={isHome} home={home} other={other} />
      <body>
        <a class="skip" href="#noi-dung">
          {words.site.skip}
        </a>
        <Top site={site} path={path} home={home} language={language} other={other} />
        <main id="noi-dung">
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
        <Bottom {...props} language={language} />
      </body>
    </html>
  );
}

interface TopProps {
  readonly site: Site;
  readonly path: string;
  readonly home: string;
  readonly language: Language;
  readonly other: OtherLanguage;
}

/** Name of the site, menu and search field. */
function Top({ site, path, home, language, other }: TopProps) {
  const words = wordsOf(language);
  const hasOwnSearch = PAGES_OF_SEARCH.has(path);
  return (
    <header class="top">
      <a class="brand" href={home} lang={language === "en" && site.contact.site_name ? "vi" : undefined}>
        {siteName(site)}
      </a>
      <nav aria-label={words.site.menu}>
        <ul>
          {NAVIGATION[language].map(([href, name]) => (
            <li>
              <a href={href} aria-current={currentIn(path, href)}>
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
      {!hasOwnSearch && <SearchForm language={language} />}
    </header>
  );
}

/** Pages about the site, the day and the revision that a page was made at. */
function Bottom({ site, settings, path, revision, language }: LayoutProps & { language: Language }) {
  const words = wordsOf(language);
  return (
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
      {(isJudged(path) || revision) && (
        <p>
          {isJudged(path) && (
            <>
              {strings.page.asOf} <time dateTime={site.asOf}>{formatDate(site.asOf)}</time>.
            </>
          )}
          {revision && <Version revision={revision} language={language} />}
        </p>
      )}
      {settings.siteUrl && <p class="paper">{words.site.printedFrom(absoluteUrl(settings, path))}</p>}
    </footer>
  );
}

/** The value of `aria-current` of a menu entry: it is the page itself, or the page belongs to its part of the site. */
function currentIn(path: string, href: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(href) ? "true" : undefined;
}

/** The same page in the other language; where there is none, the home page of that language. */
function otherLanguage(site: Site, path: string, language: Language): OtherLanguage {
  const english = englishPages(site);
  if (language === "vi") {
    const same = english.get(path);
    return { href: same ?? urls.english.home, language: "en", isSame: same !== undefined };
  }
  const same = [...english].find(([, page]) => page === path)?.[0];
  return { href: same ?? urls.home, language: "vi", isSame: same !== undefined };
}

/** Prose pages are content, and only a portal knows other sites: a site without them does not link to them. */
function isThere(site: Site, href: string): boolean {
  if (href === urls.portal) return site.peers.length > 0;
  return !PROSE_PAGES.includes(href) || hasProse(site, href);
}
