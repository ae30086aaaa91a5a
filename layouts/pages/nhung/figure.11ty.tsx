import { type Figure, siteFigures } from "../../figures.ts";
import { pageEach } from "../../paginate.ts";
import { ChartFigure } from "../../parts/figure.tsx";
import type { PageData } from "../../parts/layout.tsx";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach("figure", site => siteFigures(site).all.filter(({ embeds }) => embeds)),
  permalink: ({ figure }: { figure: Figure }) => urls.embed(figure.id),
};

/** A figure alone, for the iframe of another site. */
export default function EmbedPage({ figure, settings }: PageData & { figure: Figure }) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${figure.title} – ${strings.site.name}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="icon" href={urls.icon} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <script type="module" src="/assets/client/main.ts" />
        <script type="module" src="/assets/client/figure.ts" />
      </head>
      <body class="embed">
        <main>
          <ChartFigure figure={figure} settings={settings} bare />
        </main>
      </body>
    </html>
  );
}
