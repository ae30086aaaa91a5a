import { groupBy } from "../../scripts/model/maps.ts";
import { compareText } from "../../scripts/model/text-order.ts";
import { fold } from "../../scripts/model/vietnamese.ts";
import { Layout, type PageData } from "../parts/layout.tsx";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

export const data = { permalink: urls.abbreviations };

export default function AbbreviationsPage(props: PageData) {
  const sorted = props.site.abbreviations.toSorted((a, b) =>
    compareText(fold(a.abbreviation), fold(b.abbreviation)),
  );
  const groups = [...groupBy(sorted, ({ abbreviation }) => abbreviation)];
  return (
    <Layout
      {...props}
      title={strings.nav.abbreviations}
      description={strings.abbreviations.description}
      path={urls.abbreviations}
    >
      <h1>{strings.nav.abbreviations}</h1>
      {groups.length === 0 && <p>{strings.abbreviations.none}</p>}
      {groups.length > 0 && (
        <dl class="facts glossary">
          {groups.map(([abbreviation, meanings]) => (
            <>
              <dt>{abbreviation}</dt>
              {meanings.map(({ expansion, kind, variants, isAmbiguous, note }) => (
                <dd>
                  {expansion}{" "}
                  <small>
                    {[
                      kind,
                      variants.length > 0 && strings.abbreviations.variants(variants.join(", ")),
                      // Where all its meanings stand here, they say so themselves.
                      isAmbiguous && meanings.length === 1 && strings.abbreviations.ambiguous,
                      note,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </dd>
              ))}
            </>
          ))}
        </dl>
      )}
    </Layout>
  );
}
