import { findChartFences, type Prose as ProseText } from "../../scripts/model/markdown.ts";
import type { Site } from "../../scripts/model/site.ts";
import type { Settings } from "../../scripts/settings.ts";
import { indexStrings } from "../chart-strings.ts";
import { figuresOf } from "../figures.ts";
import { ChartFigure } from "./figure.tsx";
import { Prose } from "./prose.tsx";

/** Prose in which each ```chart block is replaced by its figure. */
export function ProseWithCharts({
  prose,
  path,
  page,
  site,
  settings,
}: {
  prose: ProseText;
  /** File that the prose stands in. */
  path: string;
  /** Address of the page that it stands on. */
  page: string;
  site: Site;
  settings: Settings;
}) {
  if (prose.source === "") return null;
  if (!site.charts.has(path)) return <Prose source={prose.source} />;
  const lines = prose.source.split("\n");
  const figures = new Map(figuresOf(site, page).map(figure => [figure.line, figure]));
  const parts: preact.VNode[] = [];
  let from = 0;
  for (const fence of findChartFences(prose)) {
    const content = fence.line - prose.line;
    const length = fence.source === "" ? 0 : fence.source.replace(/\n$/, "").split("\n").length;
    parts.push(<Prose source={lines.slice(from, content - 1).join("\n")} />);
    const figure = figures.get(fence.line);
    parts.push(
      figure ? (
        <ChartFigure figure={figure} settings={settings} />
      ) : (
        <p class="notice">{indexStrings.nothingToDraw}</p>
      ),
    );
    from = content + length + 1;
  }
  parts.push(<Prose source={lines.slice(from).join("\n")} />);
  return <>{parts}</>;
}
