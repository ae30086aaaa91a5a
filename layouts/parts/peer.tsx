import type { Peer } from "../../scripts/model/peer.ts";
import type { Portal } from "../../scripts/model/portal.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { PageData } from "./layout.tsx";

/** What the pages of a portal are given. */
export interface PortalData extends PageData {
  readonly portal: Portal;
}

/** The list of a page that only a portal has. */
export function ifPortal<Item>(list: (portal: Portal) => readonly Item[]) {
  return (site: Site, { portal }: PortalData): readonly Item[] => (site.peers.length > 0 ? list(portal) : []);
}

/** A link to a page of another site, which stands at the same path as here; a folder is no address for readers. */
export function PeerLink({ peer, path, text }: { peer: Peer; path: string; text: string }) {
  return /^https?:/i.test(peer.address) ? (
    <a href={new URL(path.slice(1), peer.address).href}>{text}</a>
  ) : (
    text
  );
}
