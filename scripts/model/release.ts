import type { IsoDate } from "./fields.ts";
import type { Revision } from "./revision.ts";
import { compareText } from "./text-order.ts";

/** What a release says of itself, published as `manifest.json`: whoever has the files can check them against it. */
export interface Manifest {
  /** The day judged at and a digest of all that was built: the same content gives the same name. */
  readonly id: string;
  /** The release that it took the place of. */
  readonly previous: string | null;
  readonly asOf: IsoDate;
  /** Commit of content and data; null where they are not kept in Git. */
  readonly revision: Revision | null;
  readonly siteUrl: string;
  readonly pathPrefix: string;
  /** Every file but this one, by path. */
  readonly files: readonly ReleasedFile[];
  /** Scripts and styles of the release before, kept for pages that readers have open. */
  readonly carried: readonly string[];
}

/** A file of a release, as its manifest lists it. */
export interface ReleasedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A page as the next release will compare itself with it. */
export interface ReleasedPage {
  readonly title: string;
  /** Digest of what a reader reads. */
  readonly digest: string;
  /** Digest of each task and section of a plan, by its permanent id, or `MOVED_PART`. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly forwardsTo?: string;
}

/** What is compared of a release: its pages, and its other files by their digest. By path. */
export interface ReleasedSite {
  readonly pages: Readonly<Record<string, ReleasedPage>>;
  readonly files: Readonly<Record<string, string>>;
  /** Files that are gone, whose addresses servers lead on from. */
  readonly movedFiles: readonly string[];
}

/** What an address is of, in the order in which changes are told. */
export const CHANGE_KINDS = [
  "plan",
  "agency",
  "index",
  "document",
  "dashboard",
  "page",
  "data",
  "feed",
  "list",
  "embed",
  "figure",
  "api",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One address that differs between two releases. */
export interface AddressChange {
  readonly kind: ChangeKind;
  readonly how: "added" | "changed" | "removed";
  /** From the root of the site. */
  readonly address: string;
  readonly title: string;
  /** Ids of tasks and sections of a plan that came, went or read otherwise. */
  readonly parts: Readonly<Record<AddressChange["how"], readonly string[]>>;
  /** Where a removed address leads now. */
  readonly to: string | undefined;
}

/** Kinds of which only the number is of interest: they follow from the others. */
const FOLLOWING: ReadonlySet<ChangeKind> = new Set(["feed", "list", "embed", "figure", "api"]);

/** Whether a change is told by itself, or only counted. */
export function isTold({ kind }: AddressChange): boolean {
  return !FOLLOWING.has(kind);
}

/** Stands in place of the digest of a part that has moved: its old id only leads on. */
export const MOVED_PART = "moved";

const NO_PARTS: AddressChange["parts"] = { added: [], changed: [], removed: [] };

/** What differs between two releases, by kind and then by address. Pages that only look otherwise are left out. */
export function compareReleases(before: ReleasedSite, after: ReleasedSite): AddressChange[] {
  const changes: AddressChange[] = [];
  for (const [name, page] of Object.entries(after.pages)) {
    const old = before.pages[name];
    const change = { ...describe(name, page.title), parts: NO_PARTS, to: undefined };
    if (page.forwardsTo !== undefined) {
      if (old && old.forwardsTo === undefined)
        changes.push({ ...change, ...describe(name, old.title), how: "removed", to: page.forwardsTo });
    } else if (!old || old.forwardsTo !== undefined) changes.push({ ...change, how: "added" });
    else if (old.digest !== page.digest)
      changes.push({ ...change, how: "changed", parts: compareParts(old.parts ?? {}, page.parts ?? {}) });
  }
  for (const [name, page] of Object.entries(before.pages))
    if (!(name in after.pages) && page.forwardsTo === undefined)
      changes.push({ ...describe(name, page.title), how: "removed", parts: NO_PARTS, to: undefined });
  for (const name of new Set([...Object.keys(before.files), ...Object.keys(after.files)])) {
    const [old, now] = [before.files[name], after.files[name]];
    if (old === now) continue;
    const how = old === undefined ? "added" : now === undefined ? "removed" : "changed";
    changes.push({ ...describe(name, name), how, parts: NO_PARTS, to: undefined });
  }
  return changes.sort(
    (a, b) =>
      CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) || compareText(a.address, b.address),
  );
}

function compareParts(
  old: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): AddressChange["parts"] {
  const isThere = (parts: Readonly<Record<string, string>>) => (id: string) =>
    id in parts && parts[id] !== MOVED_PART;
  const before = Object.keys(old).filter(isThere(old));
  const after = Object.keys(now).filter(isThere(now));
  return {
    added: after.filter(id => !isThere(old)(id)),
    changed: after.filter(id => isThere(old)(id) && old[id] !== now[id]),
    removed: before.filter(id => !isThere(now)(id)),
  };
}

/** What a file of the site is to a reader; the first that fits. */
const KINDS: readonly (readonly [ChangeKind, RegExp])[] = [
  ["list", /(^|\/)trang\/\d+\/index\.html$/],
  ["list", /^ke-hoach\/(nam|chi-so)\//],
  ["list", /^(ke-hoach|co-quan)\/[^/]+\/(lich-su|theo-quy)\//],
  ["plan", /^ke-hoach\/[^/]+\/index\.html$/],
  ["agency", /^co-quan\/[^/]+\/index\.html$/],
  ["index", /^chi-so\/[^/]+\/([^/]+\/)?index\.html$/],
  ["document", /^van-ban\/[^/]+\/index\.html$/],
  ["dashboard", /^bang-dieu-khien\/[^/]+\/index\.html$/],
  ["embed", /^nhung\//],
  [
    "list",
    /^((ke-hoach|nhiem-vu|co-quan|chi-so|van-ban|bang-dieu-khien|cap-nhat|so-sanh|tim-kiem|du-lieu|tu-viet-tat)\/)?index\.html$/,
  ],
  ["page", /^[^/]+\/index\.html$/],
  ["list", /\.html$/],
  ["api", /^api\//],
  ["feed", /(^|\/)(nguon-tin\.(atom|json)|[^/]+\.ics)$/],
  ["figure", /^du-lieu\/hinh\/|\.(svg|png|jpg|webp)$/],
  ["data", /./],
];

function describe(name: string, title: string): Pick<AddressChange, "kind" | "address" | "title"> {
  const kind = KINDS.find(([, form]) => form.test(name))?.[0] ?? "data";
  return { kind, address: addressOf(name), title };
}

/** The address of a file from the root of the site: `/ke-hoach/` for `ke-hoach/index.html`. */
export function addressOf(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
}
