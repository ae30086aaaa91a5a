import { z } from "zod";
import { parseCsv } from "./csv.ts";
import { refuse, text } from "./fields.ts";
import { decodeHref } from "./markdown.ts";
import type { Place, Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** An address that was published and has moved (data/redirects.csv): whoever asks for it is led on. */
export interface Redirect {
  /**
   * From the root of the site, `/ke-hoach/cu/`; with `#A.I.3`, a task that has another id now. Letters and spaces stand as
   * they are in the name of the file, which is what servers look for.
   */
  readonly from: string;
  /** An address of the site, or one elsewhere (`https://…`). */
  readonly to: string;
  readonly note: string | undefined;
  readonly fromPlace: Place;
  readonly toPlace: Place;
}

/** Only signs that mean nothing to a web server's configuration, and no step out of the site. */
const OLD_ADDRESS = /^(?!.*\/(\/|\.{1,2}(\/|#|$)))\/[\p{L}\p{M}\p{N}_./~ -]*(#[\w.~%-]+)?$/u;
const SITE_ADDRESS = /^(?!.*\/(\/|\.{1,2}(\/|#|$)))\/[\w./~-]*(#[\w.~%-]+)?$/;
const WEB_ADDRESS = /^https?:\/\/[\w./~%?&=#:@+,-]+$/;

const oldAddress = text.transform((value, context): string => {
  const address = decodeHref(value);
  return OLD_ADDRESS.test(address)
    ? address
    : refuse(
        context,
        `“${value}” không phải địa chỉ trong trang`,
        "viết như /ke-hoach/ten-cu/, không có tên miền",
      );
});
const newAddress = text.transform((value, context): string =>
  SITE_ADDRESS.test(value) || WEB_ADDRESS.test(value)
    ? value
    : refuse(
        context,
        `“${value}” không phải địa chỉ`,
        "viết như /ke-hoach/ten-moi/, hoặc bắt đầu bằng https://",
      ),
);

const redirectFields = z.strictObject({ from: oldAddress, to: newAddress, note: text.optional() });

/** Reads data/redirects.csv. Reports an address that stands twice, and one that leads to another that has moved. */
export function parseRedirects(file: SourceFile | undefined, report: Report): Redirect[] {
  const redirects = parseCsv(file, redirectFields, report).map(({ fields, placeOf }) => ({
    from: fields.from,
    to: fields.to,
    note: fields.note,
    fromPlace: placeOf("from"),
    toPlace: placeOf("to"),
  }));
  const byFrom = new Map<string, Redirect>();
  for (const redirect of redirects) {
    const twin = byFrom.get(redirect.from);
    if (twin)
      report(
        redirect.fromPlace,
        `địa chỉ “${redirect.from}” đã có ở dòng ${twin.fromPlace.line}`,
        "giữ lại một dòng",
      );
    else byFrom.set(redirect.from, redirect);
  }
  for (const { from, to, toPlace } of redirects) {
    const next = byFrom.get(to);
    if (next)
      report(
        toPlace,
        `“${to}” cũng đã chuyển, sang “${next.to}”`,
        next.to === to || next.to === from ? "ghi địa chỉ còn dùng" : `ghi thẳng “${next.to}”`,
      );
  }
  return redirects;
}
