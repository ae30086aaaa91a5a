import { indexTables } from "../../../scripts/model/index-table.ts";
import { englishStrings } from "../../english-strings.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { ContactLines } from "../../parts/contact.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Said } from "../../parts/said.tsx";
import { siteName } from "../../site-name.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.english.home };

const { site: words, nav, indices: indexWords } = wordsOf("en");
const { home } = englishStrings;

/** The site in English: what it is, where things are, whom to ask. */
export default function EnglishHome(props: PageData) {
  const { site } = props;
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
          <a href={urls.english.method}>{nav.method}</a>
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
        <ContactLines site={site} language="en" />
      </section>
    </Layout>
  );
}
