import type { VNode } from "preact";
import { nameOf } from "../scripts/model/agency.ts";
import { indexTables } from "../scripts/model/index-table.ts";
import type { Site } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { formatCount, formatYears } from "./format.ts";
import { indexName } from "./index-name.ts";
import { progressStrings } from "./progress-strings.ts";
import { related } from "./related.ts";
import { latestResults, resultWords } from "./result-words.ts";
import { siteName } from "./site-name.ts";
import { strings } from "./strings.ts";
import { urls } from "./urls.ts";

/** Width and height of a share image, in pixels: what social networks ask for. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** What stands on the picture that a link to a page is shown with. */
export interface ShareCard {
  /** The page's own address. */
  readonly path: string;
  /** What the site is called. */
  readonly site: string;
  readonly kind: string;
  readonly title: string;
  /** One line each, four at most. */
  readonly facts: readonly string[];
}

/** A card before it is known whose site it stands on. */
type PageCard = Omit<ShareCard, "site">;

/** The cards of a site by address: home, plans, agencies with tasks or results, indices. Each has its image, others none. */
export const shareCards = perSite(
  "shareCards",
  (site): ReadonlyMap<string, ShareCard> =>
    new Map(
      [homeCard(), ...planCards(site), ...agencyCards(site), ...indexCards(site)].map(card => [
        card.path,
        { ...card, site: siteName(site) },
      ]),
    ),
);

/** The card for any page: its own, or that of the nearest page above it that has one. */
export function shareCardOf(site: Site, path: string): ShareCard {
  const all = shareCards(site);
  for (let at = path; at !== urls.home; at = at.slice(0, at.lastIndexOf("/", at.length - 2) + 1)) {
    const card = all.get(at);
    if (card) return card;
  }
  return { ...homeCard(), site: siteName(site) };
}

function homeCard(): PageCard {
  return { path: urls.home, kind: "", title: strings.home.title, facts: [strings.site.tagline] };
}

function planCards(site: Site): PageCard[] {
  return site.plans.map(plan => ({
    path: urls.plan(plan.slug),
    kind: [plan.number ?? strings.share.plan, formatYears(plan.years)].join(" · "),
    title: plan.title,
    facts: [
      nameOf(site.agencies, plan.agency),
      [progressStrings.tasks(plan.tasks.length), ...plan.indices.map(id => indexName(site, id))].join(" · "),
    ],
  }));
}

function agencyCards(site: Site): PageCard[] {
  const { leads, coordinates, supervises, plansOf } = related(site);
  return site.agencies.all.flatMap(({ id, name }): PageCard[] => {
    const results = latestResults(site, id).map(
      ({ table, last }) => `${table.name} ${last.year}: ${resultWords(table, last)}`,
    );
    const work = (
      [
        [plansOf, strings.share.plans],
        [leads, strings.share.leads],
        [coordinates, strings.share.coordinates],
        [supervises, strings.share.supervises],
      ] as const
    ).flatMap(([items, words]) => {
      const count = items.get(id)?.length ?? 0;
      return count > 0 ? [words(formatCount(count))] : [];
    });
    const facts = [...(work.length > 0 ? [work.join(" · ")] : []), ...results];
    return facts.length > 0
      ? [{ path: urls.agency(id), kind: strings.share.agency, title: name, facts: facts.slice(0, 4) }]
      : [];
  });
}

function indexCards(site: Site): PageCard[] {
  const tables = indexTables(site);
  return [...site.indices.values()].map(index => {
    const years = tables.get(index.id)?.years ?? [];
    const [from, to] = [years[0], years.at(-1)];
    return {
      path: urls.index(index.id),
      kind: strings.nav.indices,
      title: index.name,
      facts: [
        index.measures ?? "",
        from === undefined || to === undefined ? "" : strings.share.results(formatYears([from, to])),
      ].filter(Boolean),
    };
  });
}

const INK = "#1c1b1a";
const MUTED = "#5d5a56";
const LACQUER = "#a3201d";
const WIDTH = SHARE_SIZE.width - 144;

/** A card as boxes of text, for a drawing program that knows no style sheet: every box has its size and style with it. */
export function drawShareCard({ site, kind, title, facts }: ShareCard, fontFamily: string): VNode {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        boxSizing: "border-box",
        width: SHARE_SIZE.width,
        height: SHARE_SIZE.height,
        padding: "70px 72px 56px",
        background: "#fffefb",
        color: INK,
        fontFamily,
        lineHeight: 1.3,
      }}
    >
      <div
        style={{
          position: "absolute",
          top: 0,
          left: 0,
          width: SHARE_SIZE.width,
          height: 14,
          background: LACQUER,
        }}
      />
      <div style={{ display: "flex", alignItems: "center", fontSize: 30, fontWeight: 600 }}>
        <div
          style={{ width: 20, height: 20, marginRight: 20, background: LACQUER, transform: "rotate(45deg)" }}
        />
        {site}
      </div>
      <div style={{ ...line(1, 30), margin: "36px 0 8px", color: LACQUER, fontWeight: 600 }}>{kind}</div>
      <div style={{ ...titleLine(title), fontWeight: 600 }}>{title}</div>
      <div style={{ display: "flex", flexDirection: "column", marginTop: "auto", color: MUTED }}>
        {facts.map(fact => (
          <div style={line(facts.length > 2 ? 1 : 2, 32)}>{fact}</div>
        ))}
      </div>
    </div>
  );
}

/** Long titles in smaller letters: the longest that agencies write still stand whole above the facts. */
function titleLine({ length }: string) {
  return length > 130 ? line(5, 42) : length > 60 ? line(4, 50) : line(3, 64);
}

/** Text of a size that ends with an ellipsis after so many lines. */
function line(lines: number, fontSize: number) {
  return { display: "block", width: WIDTH, lineClamp: lines, fontSize };
}
