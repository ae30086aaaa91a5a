import { indexTables } from "../../../scripts/model/index-table.ts";
import { englishStrings } from "../../english-strings.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Said } from "../../parts/said.tsx";
import { siteName } from "../../site-name.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.english.home };

const { site: words, indices: indexWords } = wordsOf("en");
const { home } = englishStrings;

/** The site in English: what it is, where things are, whom to ask. */
export default function EnglishHome(props: PageData) {
  const { site } = props;
  const { agency, email, phone, address } = site.contact;
  const office = agency === undefined ? undefined : site.agencies.byId.get(agency);
  return (
    <Layout
      {...props}
      language="en"
      title={words.tagline}
      description={words.tagline}
      path={urls.english.home}
    >
      <h1>{home.title(siteName(site))}</h1>
      <p class="lead">
        {home.lead(
          site.plans.length,
          [...indexTables(site).values()].filter(({ years }) => years.length > 0).length,
        )}
      </p>
      <section>
        <h2>{indexWords.title}</h2>
        {site.indices.size === 0 ? (
          <p>{indexWords.none}</p>
        ) : (
          <ul>
            {[...site.indices.values()].map(index => {
              const { name, short, shortEnglish, language } = englishIndex(index);
              return (
                <li>
                  <a href={urls.english.index(index.id)}>
                    <Said language="en" english={shortEnglish} vietnamese={short} />
                  </a>
                  {short !== name && (
                    <>
                      : <span lang={language}>{name}</span>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        <p>
          <a href={urls.english.method}>{home.methods}</a>
        </p>
      </section>
      <section>
        <h2>{home.partsTitle}</h2>
        <ul>
          {home.parts.map(([href, name, what]) => (
            <li>
              <a href={href} hreflang="vi">
                {name}
              </a>
              : {what}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{home.contact}</h2>
        {office || email || phone || address ? (
          <ul>
            {office && (
              <li>
                <a href={urls.agency(office.id)} lang="vi" hreflang="vi">
                  {office.name}
                </a>
              </li>
            )}
            {email && (
              <li>
                <a href={`mailto:${email}`}>{email}</a>
              </li>
            )}
            {phone && <li>{phone}</li>}
            {address && <li lang="vi">{address}</li>}
          </ul>
        ) : (
          <p>{home.noContact}</p>
        )}
      </section>
    </Layout>
  );
}
