import { Layout, type PageData } from "../parts/layout.tsx";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";

export const data = { permalink: urls.abbreviations };

export default function AbbreviationsPage(props: PageData) {
  const { abbreviations } = props.site;
  return (
    <Layout
      {...props}
      title={strings.nav.abbreviations}
      description={strings.abbreviations.description}
      path={urls.abbreviations}
    >
      <h1>{strings.nav.abbreviations}</h1>
      <dl class="facts glossary">
        {abbreviations.map(({ abbreviation, expansion, kind, isAmbiguous, note }) => (
          <>
            <dt>{abbreviation}</dt>
            <dd>
              {expansion} {kind && <small>{kind}</small>}
              {isAmbiguous && <small> · {strings.abbreviations.ambiguous}</small>}
              {note && <small> · {note}</small>}
            </dd>
          </>
        ))}
      </dl>
    </Layout>
  );
}
