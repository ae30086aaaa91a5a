import type { Edition, Index } from "../../scripts/model/indices.ts";
import type { Site } from "../../scripts/model/site.ts";
import { type Language, wordsOf } from "../languages.ts";
import { urls } from "../urls.ts";
import { Said, SaidWhole } from "./said.tsx";
import { ScrollTable } from "./table.tsx";

interface EditionsProps {
  readonly site: Site;
  readonly index: Index;
  readonly language: Language;
}

/** The sets of criteria by which an index was measured, and their domains. */
export function Editions({ site, index, language }: EditionsProps) {
  const { indices: words } = wordsOf(language);
  if (!index.editions) return null;
  return (
    <section>
      <h2>{words.editions}</h2>
      {index.editions.map(edition => {
        const { from, to, decision, note, english } = edition;
        const document = decision === undefined ? undefined : site.documents.get(decision);
        return (
          <section>
            <h3>{words.edition(from, to)}</h3>
            {(decision ?? note) !== undefined && (
              <p>
                {document ? <a href={urls.document(document.id)}>{document.number}</a> : decision}
                {decision !== undefined && note !== undefined && ": "}
                {note !== undefined && <SaidWhole language={language} vietnamese={note} english={english} />}
              </p>
            )}
            <Domains
              edition={edition}
              label={`${words.domains}: ${words.edition(from, to)}`}
              language={language}
            />
          </section>
        );
      })}
    </section>
  );
}

/** The domains of an edition: a list where all have the same maximum or none, which is said once; a table otherwise. */
function Domains({
  edition: { domains = [] },
  label,
  language,
}: {
  edition: Edition;
  /** What the table is called. */
  label: string;
  language: Language;
}) {
  const { indices: words, charts } = wordsOf(language);
  const maxima = new Set(domains.map(({ maximum }) => maximum));
  const bases = new Set(domains.map(({ basis }) => basis));
  const [maximum] = maxima;
  const [basis] = bases;
  const named = domains.map(({ code, name, english, ...domain }) => ({
    ...domain,
    name: (
      <>
        {code && `${code}. `}
        <Said language={language} vietnamese={name} english={english} />
      </>
    ),
  }));
  const known = bases.size === 1 && isBasis(basis) ? charts.basis[basis] : undefined;
  const same =
    maxima.size === 1 && maximum !== undefined
      ? words.maximumOfEach(charts.number(maximum), known)
      : known && words.maximaAre(known);
  return (
    <>
      {same && <p>{same}</p>}
      {maxima.size <= 1 ? (
        <ul class="domains">
          {named.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      ) : (
        <ScrollTable label={label} kind="short">
          <thead>
            <tr>
              <th scope="col">{words.domains}</th>
              <th scope="col" class="number">
                {charts.columns.maximum}
              </th>
              {bases.size > 1 && <th scope="col">{charts.columns.basis}</th>}
            </tr>
          </thead>
          <tbody>
            {named.map(({ name, maximum, basis }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="number">{maximum === undefined ? "–" : charts.number(maximum)}</td>
                {bases.size > 1 && <td>{isBasis(basis) ? charts.basis[basis] : basis}</td>}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  );
}

function isBasis(basis: string | undefined): basis is "printed" | "corrected" | "derived" {
  return basis === "printed" || basis === "corrected" || basis === "derived";
}
