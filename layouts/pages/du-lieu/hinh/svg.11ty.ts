import { type Figure, figureSvg, siteFigures } from "../../../figures.ts";
import { pageEach } from "../../../paginate.ts";
import type { PageData } from "../../../parts/layout.tsx";
import { urls } from "../../../urls.ts";

export const data = {
  pagination: pageEach("figure", site => siteFigures(site).all),
  permalink: ({ figure }: { figure: Figure }) => urls.figureSvg(figure.id),
};

export default function FigureSvg({ figure, settings }: PageData & { figure: Figure }) {
  return figureSvg(figure, `${settings.siteUrl}${settings.pathPrefix}`);
}
