import { embeddedFigures } from "../../embeds.ts";
import type { Figure } from "../../figures.ts";
import { pageEach } from "../../paginate.ts";
import { EmbedLayout } from "../../parts/embed.tsx";
import { ChartFigure } from "../../parts/figure.tsx";
import type { PageData } from "../../parts/layout.tsx";
import { siteName } from "../../site-name.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("figure", embeddedFigures),
  permalink: ({ figure }: { figure: Figure }) => urls.embed(figure.id),
};

/** A figure alone, for the iframe of another site. */
export default function EmbedPage({ figure, site, settings }: PageData & { figure: Figure }) {
  return (
    <EmbedLayout site={site} title={figure.title} entries={["figure"]}>
      <ChartFigure figure={figure} settings={settings} bareOf={siteName(site)} />
    </EmbedLayout>
  );
}
