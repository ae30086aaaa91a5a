import { EmbedLayout } from "../../parts/embed.tsx";
import type { PageData } from "../../parts/layout.tsx";
import { SearchForm } from "../../parts/search-form.tsx";
import { searchPageStrings } from "../../search-strings.ts";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.embedSearch };

/** The search field, for the iframe of another site; what is found is shown on this one. */
export default function EmbedSearchPage({ site }: PageData) {
  return (
    <EmbedLayout site={site} title={strings.embed.search}>
      <SearchForm />
      <p class="meta">{searchPageStrings.hint}</p>
    </EmbedLayout>
  );
}
