import { type Figure, figureSvg, siteFigures } from "../../../figures.ts";
import { pageEach } from "../../../paginate.ts";
import { urls } from "../../../urls.ts";

export const data = {
  pagination: pageEach("figure", site => siteFigures(site).all),
  permalink: ({ figure }: { figure: Figure }) => urls.figureSvg(figure.id),
};

export default function FigureSvg({ figure }: { figure: Figure }) {
  return figureSvg(figure);
}
