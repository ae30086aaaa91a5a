import { strings } from "../strings.ts";

interface ContentsProps {
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  /** Anchor of the section on the page. */
  readonly id: string;
  readonly title: string;
  /** It belongs to the one before. */
  readonly isSub?: boolean;
}

/** What stands on a page, as links to it; fewer than three sections are seen without. */
export function Contents({ entries }: ContentsProps) {
  if (entries.length < 3) return null;
  return (
    <nav class="contents" aria-label={strings.page.onThisPage}>
      <details open>
        <summary>{strings.page.onThisPage}</summary>
        <ol>
          {entries.map(({ id, title, isSub }) => (
            <li class={isSub ? "sub" : undefined}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
