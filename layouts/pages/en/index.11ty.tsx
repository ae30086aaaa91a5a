import { formatCount } from "../../format.ts";
import { englishIndex, wordsOf } from "../../languages.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.english.home };

const { site: words, indices: indexWords } = wordsOf("en");

/** What each part of the site holds, for readers who do not read Vietnamese. */
const PARTS = [
  [urls.plans, "Plans", "The yearly plans of agencies: tasks, who leads, by when, with what result."],
  [urls.tasks, "Tasks", "All tasks by status, by lead agency and by quarter."],
  [urls.agencies, "Agencies", "What each agency leads, coordinates and supervises, and its results."],
  [urls.compare, "Compare", "Up to eight agencies, any years, any index."],
  [urls.documents, "Documents", "Legal documents that plans cite, and the plans that cite them."],
  [urls.data, "Data", "Everything as CSV, JSON and Parquet with a data dictionary."],
  [urls.trust, "About this release", "What changed, known gaps, how to report an error."],
] as const;

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
      <h1>{words.name}: who does what, by when, with what result</h1>
      <p class="lead">
        Vietnamese agencies publish yearly plans to raise PAR INDEX (administrative reform), SIPAS (citizens'
        satisfaction) and PAPI (governance). This site holds {formatCount(site.plans.length)} such plans and
        the results of the indices, each figure with its source. The content is in Vietnamese; the pages on
        indices and methods are also in English.
      </p>
      <section>
        <h2>{indexWords.title}</h2>
        <ul>
          {[...site.indices.values()].map(index => {
            const { name, short, language } = englishIndex(index);
            return (
              <li>
                <a href={urls.english.index(index.id)}>
                  <span lang={language}>{short}</span>
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
        <p>
          <a href={urls.english.method}>Methods</a>
        </p>
      </section>
      <section>
        <h2>What is where (in Vietnamese)</h2>
        <ul>
          {PARTS.map(([href, name, what]) => (
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
        <h2>Contact</h2>
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
          <p>The publisher of this site has not given a contact.</p>
        )}
      </section>
    </Layout>
  );
}
