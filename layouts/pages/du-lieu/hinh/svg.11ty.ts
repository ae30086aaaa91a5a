import { figureFiles, figureSvg } from "../../../figure-files.ts";
import { type Figure, figuresInAllLanguages } from "../../../figures.ts";
import { pageEach } from "../../../paginate.ts";
import type { PageData } from "../../../parts/layout.tsx";
import { siteName } from "../../../site-name.ts";

export const data = {
  pagination: pageEach("figure", figuresInAllLanguages),
  permalink: ({ figure }: { figure: Figure }) => figureFiles(figure).svg,
};

export default function FigureSvg({ figure, settings, site }: PageData & { figure: Figure }) {
  return figureSvg(
    figure,
    { name: siteName(site), address: `${settings.siteUrl}${settings.pathPrefix}` },
    site.asOf,
  );
}
