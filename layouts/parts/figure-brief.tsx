import { drawFigure } from "../figure-files.ts";
import type { Figure } from "../figures.ts";
import { Drawing, Marked } from "./figure-body.tsx";

/**
 * The first figure of another page at a glance: its point and the drawing for a phone, which leads to the figure, its table
 * and its sources. Nothing where that page has no figure.
 */
export function FigureBrief({ figures: [figure] }: { figures: readonly Figure[] }) {
  if (!figure) return null;
  const { narrow, described } = drawFigure(figure);
  return (
    <div class="brief">
      {described.point && (
        <p>
          <strong>
            <Marked text={described.point} names={figure.vietnamese ?? []} />
          </strong>
        </p>
      )}
      <a href={`${figure.page}#${figure.id}`}>
        <Drawing svg={narrow} title={figure.title} />
      </a>
    </div>
  );
}
