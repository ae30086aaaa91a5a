import type { Index, NotAssessed } from "../../scripts/model/indices.ts";
import type { Site } from "../../scripts/model/site.ts";
import { type Language, wordsOf } from "../languages.ts";
import { AgencyLinks } from "./agency-name.tsx";
import { Said } from "./said.tsx";

interface NotAssessedProps {
  readonly site: Site;
  readonly index: Index;
  readonly language: Language;
}

/** Who has no result in which year, and why. */
export function NotAssessedList({ site, index, language }: NotAssessedProps) {
  if (!index.not_assessed) return null;
  return (
    <section>
      <h2>{wordsOf(language).indices.notAssessed}</h2>
      <ul>
        {index.not_assessed.map(entry => (
          <li>
            {entry.year}: <Missing site={site} entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same for one year, as a notice: who is missing below must not be taken for a zero. */
export function NotAssessedNotice({ site, index, year, language }: NotAssessedProps & { year: number }) {
  const { notAssessed, notZero } = wordsOf(language).indices;
  return (
    <>
      {(index.not_assessed ?? []).map(
        entry =>
          entry.year === year && (
            <p class="notice">
              <strong>{notAssessed}:</strong> <Missing site={site} entry={entry} language={language} />.{" "}
              {notZero}
            </p>
          ),
      )}
    </>
  );
}

function Missing({ site, entry, language }: { site: Site; entry: NotAssessed; language: Language }) {
  return (
    <>
      <span lang={language === "vi" ? undefined : "vi"}>
        <AgencyLinks site={site} ids={entry.agencies} />
      </span>
      {entry.why && (
        <>
          {" "}
          – <Said language={language} vietnamese={entry.why} english={entry.english} />
        </>
      )}
    </>
  );
}
