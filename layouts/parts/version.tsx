import type { Revision } from "../../scripts/model/revision.ts";
import { formatDate, formatEnglishDate } from "../format.ts";
import { type Language, wordsOf } from "../languages.ts";
import { urls } from "../urls.ts";

/** Which state of the content the reader has before them; the whole name of the revision is in version.json. */
export function Version({
  revision: { id, day, changed },
  language,
}: {
  revision: Revision;
  language: Language;
}) {
  const words = wordsOf(language).site;
  return (
    <>
      {" "}
      <a href={urls.version}>
        {words.version} {id.slice(0, 7)}
      </a>
      , {language === "en" ? formatEnglishDate(day) : formatDate(day)}
      {changed && ` (${words.changed})`}.
    </>
  );
}
