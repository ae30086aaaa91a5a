import type { ComponentChildren } from "preact";
import type { Plan } from "../../scripts/model/plan.ts";
import { idOf } from "../../scripts/model/plan-parts.ts";
import type { Site } from "../../scripts/model/site.ts";
import { documentName } from "../document-name.ts";
import { formatLongDate, formatYears } from "../format.ts";
import { indexName } from "../index-name.ts";
import { planName } from "../plan-name.ts";
import { planStrings } from "../plan-strings.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { AgencyLink, Successors } from "./agency-name.tsx";
import type { ContentsEntry } from "./contents.tsx";
import { Fact } from "./fact.tsx";
import { joined } from "./joined.tsx";
import type { PageData } from "./layout.tsx";
import { DocumentHead } from "./sheet-head.tsx";

const words = planStrings.head;

/** Issuer, number, date, title and state as an official document has them (Nghị định 30/2020/NĐ-CP). */
export function Letterhead({
  site,
  settings,
  plan,
  children,
}: PageData & { plan: Plan; children?: ComponentChildren }) {
  const upper = site.upperPlans.get(plan.slug) ?? [];
  const lower = site.lowerPlans.get(plan.slug) ?? [];
  return (
    <header class="letterhead">
      <DocumentHead site={site} agency={plan.agency} number={plan.number} issued={plan.issued} />
      <p class="issuer">
        <AgencyLink site={site} id={plan.agency} full />
        <Successors site={site} id={plan.agency} />
      </p>
      <h1>
        <Title title={plan.title} />
      </h1>
      {children}
      <dl class="facts">
        <dt class="in-head">{words.number}</dt>
        <dd class="in-head">{plan.number ?? <span class="unstated">{words.missing}</span>}</dd>
        <dt class="in-head">{words.day}</dt>
        <dd class="in-head">
          {plan.issued ? (
            <time dateTime={plan.issued}>{formatLongDate(plan.issued)}</time>
          ) : (
            <span class="unstated">{words.missing}</span>
          )}
        </dd>
        <Fact label={words.years}>{formatYears(plan.years)}</Fact>
        <Fact label={words.state}>{strings.planState[plan.state]}</Fact>
        {plan.indices.length > 0 && (
          <Fact label={words.indices}>
            {joined(
              plan.indices.map(id =>
                site.indices.has(id) ? (
                  <a href={urls.index(id)}>{indexName(site, id)}</a>
                ) : (
                  indexName(site, id)
                ),
              ),
            )}
          </Fact>
        )}
        {(plan.signedBy || plan.position) && (
          <Fact label={words.signer}>
            {[plan.signedBy ?? strings.page.unknown, plan.position].filter(Boolean).join(", ")}
          </Fact>
        )}
        {plan.legalBasis.length > 0 && (
          <Fact label={words.legalBasis}>
            {joined(
              plan.legalBasis.map(id => <DocumentLink site={site} id={id} />),
              "; ",
            )}
          </Fact>
        )}
        {upper.length > 0 && (
          <Fact label={words.carriesOut}>
            {joined(
              upper.map(item =>
                item.plan ? (
                  <a href={urls.plan(item.plan.slug)}>{planName(site, item.plan)}</a>
                ) : (
                  item.document && <DocumentLink site={site} id={item.document.id} />
                ),
              ),
              "; ",
            )}
          </Fact>
        )}
        {lower.length > 0 && (
          <Fact label={words.carriedOutBy}>
            <ul>
              {lower.map(item => (
                <li>
                  <a href={urls.plan(item.slug)}>{planName(site, item)}</a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {plan.recipients.length > 0 && (
          <Fact label={words.recipients}>
            <details>
              <summary>{words.recipientCount(plan.recipients.length)}</summary>
              <ul>
                {plan.recipients.map(recipient => (
                  <li>{recipient}</li>
                ))}
              </ul>
            </details>
          </Fact>
        )}
      </dl>
      <p class="disclaimer">{words.disclaimer(plan.number)}</p>
      {settings.pdf && (
        <p class="download">
          <a href={urls.planPdf(plan.slug)} type="application/pdf">
            {strings.sheet.pdf}
          </a>
        </p>
      )}
    </header>
  );
}

/** On paper the kind of the document stands on a line of its own above what it is about. */
function Title({ title }: { title: string }) {
  const [kind, about] = title.startsWith(KIND) ? [KIND, title.slice(KIND.length)] : ["", title];
  return (
    <>
      {kind && <span class="kind">{kind}</span>}
      <span class="about">{about}</span>
    </>
  );
}

const KIND = `${planStrings.plan} `;

function DocumentLink({ site, id }: { site: Site; id: string }) {
  const document = site.documents.get(id);
  if (!document) return <>{id}</>;
  return <a href={urls.document(id)}>{documentName(document)}</a>;
}

/** What does not agree within the original: where, as printed, and the remark. */
export function Notes({ plan }: { plan: Plan }) {
  if (plan.notes.length === 0) return null;
  const ids = new Set(plan.parts.map(idOf));
  return (
    <details class="notes">
      <summary>{planStrings.notes(plan.notes.length)}</summary>
      <dl>
        {plan.notes.map(({ where, printed, note }) => (
          <>
            <dt>{ids.has(where) ? <a href={`#${where}`}>{where}</a> : where}</dt>
            <dd>
              {printed && <q>{printed}</q>} {note}
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** The plan's sections. */
export function contentsOf(plan: Plan): ContentsEntry[] {
  return plan.parts.flatMap(part =>
    part.kind === "section" && part.level <= 3
      ? [{ id: part.id, title: `${part.id}. ${part.title}`, isSub: part.level > 2 }]
      : [],
  );
}
