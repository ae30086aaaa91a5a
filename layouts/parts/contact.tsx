import type { Site } from "../../scripts/model/site.ts";
import { type Language, wordsOf } from "../languages.ts";
import { urls } from "../urls.ts";

/** Whom to tell of an error; an address that is not known is not made up. */
export function ContactLines({ site, language }: { site: Site; language: Language }) {
  const { email, phone, address } = site.contact;
  const { contact: words } = wordsOf(language);
  const vi = language === "vi" ? undefined : "vi";
  if (email === undefined && phone === undefined && address === undefined) return <p>{words.none}</p>;
  const agency = site.agencies.byId.get(site.contact.agency ?? "");
  return (
    <>
      <p>{words.tell}</p>
      <ul>
        {agency && (
          <li>
            <a href={urls.agency(agency.id)} lang={vi} hreflang={vi}>
              {agency.name}
            </a>
          </li>
        )}
        {email !== undefined && (
          <li>
            {words.email} <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {phone !== undefined && (
          <li>
            {words.phone} <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
          </li>
        )}
        {address !== undefined && (
          <li>
            {words.address} <span lang={vi}>{address}</span>
          </li>
        )}
      </ul>
    </>
  );
}
