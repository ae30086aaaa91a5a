import type { Index, SeriesBreak } from "../../scripts/model/indices.ts";
import { type Language, wordsOf } from "../languages.ts";
import { Said } from "./said.tsx";

/** Where the series of an index break, and why; sources are in Vietnamese, and only on its pages. */
export function Breaks({ index, language }: { index: Index; language: Language }) {
  const { indices: words } = wordsOf(language);
  if (!index.breaks) return null;
  return (
    <section>
      <h2>{words.breaks}</h2>
      <p>{words.breaksLead}</p>
      <ul>
        {inOrder(index.breaks).map(({ between: [a, b], why, english, kind, source }) => (
          <li>
            <strong>
              {a} | {b}
            </strong>{" "}
            ({kind === "soft" ? words.soft : words.hard}):{" "}
            <Said language={language} vietnamese={why} english={english} />
            {language === "vi" && source && <small> – {source}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the years go on, however the file of the index groups them. */
function inOrder(breaks: readonly SeriesBreak[]): SeriesBreak[] {
  return breaks.toSorted((a, b) => a.between[0] - b.between[0]);
}
