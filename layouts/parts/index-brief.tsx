import type { Index } from "../../scripts/model/indices.ts";
import type { Site } from "../../scripts/model/site.ts";
import { drawFigure } from "../figure-files.ts";
import { figuresOf } from "../figures.ts";
import { urls } from "../urls.ts";
import { Drawing } from "./figure-body.tsx";
import { WholeNumbers } from "./whole-numbers.tsx";

/**
 * An index at a glance: the point of the figure that its page begins with and the drawing for a phone, which leads to
 * that figure, its table and its sources. Nothing where there is no figure.
 */
export function IndexBrief({ site, index }: { site: Site; index: Index }) {
  const [figure] = figuresOf(site, urls.index(index.id));
  if (!figure) return null;
  const { narrow, described } = drawFigure(figure);
  return (
    <div class="index-brief">
      {described.point && (
        <p>
          <strong>
            <WholeNumbers text={described.point} />
          </strong>
        </p>
      )}
      <a href={`${figure.page}#${figure.id}`}>
        <Drawing svg={narrow} title={figure.title} class="index-drawing" />
      </a>
    </div>
  );
}
