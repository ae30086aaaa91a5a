import { z } from "zod";
import { parseCsv } from "./csv.ts";
import { refuse, slug, text } from "./fields.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** Another site whose published data this one shows beside that of others (data/sites.csv). */
export interface Peer {
  /** Permanent: the name of its folder among the harvested data. */
  readonly id: string;
  readonly name: string;
  /** Root of the site: a web address with a slash at the end, or a folder that holds a built site. */
  readonly address: string;
}

/** http(s), or a folder: a path that names no other scheme. It may begin with two dots, which `text` refuses. */
const siteAddress = z.string().transform((value, context): string => {
  if (/^https?:\/\//i.test(value)) {
    if (URL.canParse(value)) return value.endsWith("/") ? value : `${value}/`;
  } else if (!/^[a-z][a-z0-9+.-]+:|^\/\/|^www\.|^[\w-]+(\.[\w-]+)*\.(vn|com|net|org)(\/|$)/i.test(value))
    return value;
  return refuse(
    context,
    `“${value}” không phải địa chỉ của trang`,
    "ghi địa chỉ gốc của trang, bắt đầu bằng https://, hoặc thư mục của một trang đã dựng",
  );
});

const peerFields = z.strictObject({ id: slug, name: text, address: siteAddress, note: text.optional() });

/** Reads data/sites.csv. Reports an id or an address that stands twice. */
export function parsePeers(file: SourceFile | undefined, report: Report): Peer[] {
  const ids = new Set<string>();
  const addresses = new Set<string>();
  const peers: Peer[] = [];
  for (const { fields, placeOf } of parseCsv(file, peerFields, report)) {
    const { id, name, address } = fields;
    if (ids.has(id)) report(placeOf("id"), `mã “${id}” đã có ở dòng trên`, "mỗi trang một mã");
    else if (addresses.has(address))
      report(placeOf("address"), `địa chỉ “${address}” đã có ở dòng trên`, "mỗi trang một dòng");
    else peers.push({ id, name, address });
    ids.add(id);
    addresses.add(address);
  }
  return peers;
}
