import type { ComponentChildren } from "preact";
import type { Agency } from "../../scripts/model/agency.ts";
import type { IsoDate } from "../../scripts/model/fields.ts";
import type { Revision } from "../../scripts/model/revision.ts";
import type { Site } from "../../scripts/model/site.ts";
import { formatLongDate } from "../format.ts";
import { siteName } from "../site-name.ts";
import { strings } from "../strings.ts";
import type { PageData } from "./layout.tsx";

interface SheetHeadProps {
  /** Who stands on the left, the last line in bold. */
  readonly issuer: readonly string[];
  /** Under the issuer: number and symbol. */
  readonly number: ComponentChildren;
  /** Under the motto. */
  readonly day: ComponentChildren;
}

/** The head of an official sheet, seen only on paper: issuer and number left, country, motto and day right. */
function SheetHead({ issuer, number, day }: SheetHeadProps) {
  return (
    <div class="sheet-head paper">
      <div>
        {issuer.map(line => (
          <p class="issuing">{line}</p>
        ))}
        <SheetNumber number={number} />
      </div>
      <div>
        <p class="country">{strings.sheet.country}</p>
        <p class="motto">{strings.sheet.motto}</p>
        <p class="day">{day}</p>
      </div>
    </div>
  );
}

/** Number and symbol of a sheet, or what stands in their place. */
export function SheetNumber({ number }: Pick<SheetHeadProps, "number">) {
  return <p class="symbol">{number}</p>;
}

/** Head of a document's sheet, with its own number and day (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function DocumentHead(props: {
  site: Site;
  agency: string;
  number: string | undefined;
  issued: IsoDate | undefined;
}) {
  const { sheet } = strings;
  return (
    <SheetHead
      issuer={issuerLines(props.site, props.agency)}
      number={`${sheet.number} ${props.number ?? sheet.noNumber}`}
      day={props.issued ? formatLongDate(props.issued) : sheet.noDay}
    />
  );
}

/**
 * Head of a sheet that this site put together: the revision of the content stands for the number, the day that the
 * facts are of for the date, and a line says that no agency issued it.
 * @param agency whom the sheet is about; without one it bears the name of the site
 */
export function SummaryHead({ site, revision, agency }: PageData & { agency?: string }) {
  const { sheet } = strings;
  return (
    <>
      <SheetHead
        issuer={agency === undefined ? [siteName(site)] : issuerLines(site, agency)}
        number={sheetVersion(revision)}
        day={sheet.asOf(formatLongDate(site.asOf))}
      />
      <p class="disclaimer paper">{sheet.notIssued(siteName(site))}</p>
    </>
  );
}

/** The revision of the content, as sheets have it in place of a number. */
export function sheetVersion(revision: Revision | undefined): string {
  const { version, noVersion } = strings.sheet;
  return revision ? `${version} ${revision.id.slice(0, 7)}` : noVersion;
}

/** The agency under the one that it belongs to; councils, committees and central bodies stand alone. */
function issuerLines({ agencies }: Site, id: string): string[] {
  const agency = agencies.byId.get(id);
  if (!agency) return [id];
  const parent = agencies.byId.get(agency.parent ?? "");
  return parent && belongs(agency) ? [parent.name, agency.name] : [agency.name];
}

function belongs({ kind, level }: Agency): boolean {
  return kind !== "body" && kind !== "group" && level !== "central";
}
