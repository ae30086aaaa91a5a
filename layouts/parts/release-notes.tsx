import { type AddressChange, CHANGE_KINDS, isTold } from "../../scripts/model/release.ts";
import type { Revision } from "../../scripts/model/revision.ts";
import { formatCount, formatDate } from "../format.ts";
import { releaseStrings as words } from "../release-strings.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { Fact } from "./fact.tsx";

/** What the page on trust says of a release; made when everything else of it stands. */
export interface ReleaseNote {
  readonly id: string;
  readonly asOf: string;
  readonly revision: Revision | undefined;
  readonly pages: number;
  readonly files: number;
  /** The release before, and what is other than there; undefined for the first. */
  readonly since:
    | { readonly id: string; readonly asOf: string; readonly changes: readonly AddressChange[] }
    | undefined;
}

/** Changes of one kind that are named before the rest is only counted. */
const NAMED = 20;

/** This release and what changed since the last; a site that was only built says so. */
export function ReleaseNotes({ release }: { release: ReleaseNote | undefined }) {
  if (release === undefined) return <p>{words.unreleased}</p>;
  const { revision, since } = release;
  return (
    <>
      <dl class="facts">
        <Fact label={words.id}>{release.id}</Fact>
        <Fact label={words.asOf}>{formatDate(release.asOf)}</Fact>
        <Fact label={strings.site.version}>
          {revision ? (
            <>
              {revision.id.slice(0, 12)}, {formatDate(revision.day)}
              {revision.changed && ` (${strings.site.changed})`}
            </>
          ) : (
            words.noRevision
          )}
        </Fact>
        <Fact label={words.size}>
          {formatCount(release.pages)} {words.pages}, {formatCount(release.files)} {words.files}
        </Fact>
        <Fact label={words.manifest}>
          <a href={urls.manifest}>manifest.json</a> {words.manifestSays}
        </Fact>
      </dl>
      <h2>{words.changes}</h2>
      {since === undefined ? (
        <p>{words.first}</p>
      ) : (
        <>
          <p>
            {words.since} {since.id}, {words.judgedAt} {formatDate(since.asOf)}.
          </p>
          <Changes changes={since.changes} />
        </>
      )}
    </>
  );
}

/** In the order in which they are told. */
const HOW = ["added", "changed", "removed"] as const;

function Changes({ changes }: { changes: readonly AddressChange[] }) {
  if (changes.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {CHANGE_KINDS.map(kind => {
        const own = changes.filter(change => change.kind === kind);
        const told = own.filter(isTold);
        if (own.length === 0) return null;
        return (
          <>
            <h3>
              {words.kinds[kind]}: {countOf(own)}
            </h3>
            {told.length > 0 && (
              <ul>
                {told.slice(0, NAMED).map(change => (
                  <li>
                    {words.how[change.how]}:{" "}
                    {change.how === "removed" ? change.title : <a href={change.address}>{change.title}</a>}
                    {detailOf(change)}
                  </li>
                ))}
                {told.length > NAMED && (
                  <li>
                    {words.more} {formatCount(told.length - NAMED)}
                  </li>
                )}
              </ul>
            )}
          </>
        );
      })}
    </>
  );
}

/** The changes between two releases as lines of text, for the command line. */
export function changeLines(changes: readonly AddressChange[]): string[] {
  if (changes.length === 0) return [words.nothing];
  return CHANGE_KINDS.flatMap(kind => {
    const own = changes.filter(change => change.kind === kind);
    if (own.length === 0) return [];
    return [
      `${words.kinds[kind]}: ${countOf(own)}`,
      ...own.filter(isTold).map(change => `  ${words.how[change.how]}: ${nameOf(change)}${detailOf(change)}`),
    ];
  });
}

/** A page by its title and address; a file has no title but its name. */
function nameOf({ title, address }: AddressChange): string {
  return address === `/${title}` ? address : `${title} ${address}`;
}

/** "thêm 2, đổi 1". */
function countOf(changes: readonly AddressChange[]): string {
  return HOW.map(how => [how, changes.filter(change => change.how === how).length] as const)
    .filter(([, count]) => count > 0)
    .map(([how, count]) => `${words.counted[how]} ${formatCount(count)}`)
    .join(", ");
}

/** What of a plan changed, and where a removed page leads. */
function detailOf({ parts, to }: AddressChange): string {
  const ids = HOW.filter(how => parts[how].length > 0).map(
    how => `${words.counted[how]} ${parts[how].join(", ")}`,
  );
  return `${ids.length > 0 ? ` – ${ids.join("; ")}` : ""}${to === undefined ? "" : ` → ${to}`}`;
}
