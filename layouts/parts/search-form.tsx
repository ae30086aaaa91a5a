import { type Language, wordsOf } from "../languages.ts";
import { urls } from "../urls.ts";

/** The search field: a plain form that works before any script has come. */
export function SearchForm({ language = "vi" }: { language?: Language }) {
  const words = wordsOf(language).site;
  return (
    <search>
      <form class="search" action={urls.search} method="get">
        <label>
          <span>{words.search}</span>
          <input type="search" name="q" placeholder={words.searchHint} autocomplete="off" />
        </label>
        <button type="submit">{words.find}</button>
      </form>
    </search>
  );
}
