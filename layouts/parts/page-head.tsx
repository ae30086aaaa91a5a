import type { Settings } from "../../scripts/settings.ts";
import { feedStrings } from "../history-strings.ts";
import { wordsOf } from "../languages.ts";
import { SHARE_SIZE, shareCardOf } from "../share-card.tsx";
import { siteName } from "../site-name.ts";
import { absoluteUrl, urls } from "../urls.ts";
import type { Crumb, LayoutProps, OtherLanguage } from "./layout.tsx";

interface PageHeadProps extends Omit<LayoutProps, "children"> {
  readonly isHome: boolean;
  /** Home page in the language of the page. */
  readonly home: string;
  readonly other: OtherLanguage;
}

/** What a page says of itself to browsers, search engines and networks. */
export function PageHead(props: PageHeadProps) {
  const { title, description, path, settings, site, breadcrumbs = [], entries = [] } = props;
  const { language = "vi", isHome, home, other } = props;
  const words = wordsOf(language);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isHome ? `${siteName(site)} – ${title}` : `${title} – ${siteName(site)}`}</title>
      <meta name="description" content={description} />
      {props.hidden && <meta name="robots" content="noindex" />}
      {settings.siteUrl && <link rel="canonical" href={absoluteUrl(settings, path)} />}
      <meta property="og:type" content={isHome ? "website" : "article"} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={language === "en" ? "en_GB" : "vi_VN"} />
      <meta property="og:site_name" content={siteName(site)} />
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

/** The picture that networks show with a link: only where the site's origin is known, since they ask for whole addresses. */
function ShareImage({ site, settings, path }: Pick<LayoutProps, "site" | "settings" | "path">) {
  const card = shareCardOf(site, path);
  const said = [card.title, ...card.facts].map(text => text.replace(/\.$/, ""));
  return (
    <>
      <meta property="og:image" content={absoluteUrl(settings, urls.shareImage(card.path))} />
      <meta property="og:image:width" content={String(SHARE_SIZE.width)} />
      <meta property="og:image:height" content={String(SHARE_SIZE.height)} />
      <meta property="og:image:alt" content={said.join(". ")} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
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
