import { type Figure, figureCsv, siteFigures } from "../../../figures.ts";
import { pageEach } from "../../../paginate.ts";
import { urls } from "../../../urls.ts";

export const data = {
  pagination: pageEach("figure", site => siteFigures(site).all),
  permalink: ({ figure }: { figure: Figure }) => urls.figureCsv(figure.id),
};

export default function FigureCsv({ figure }: { figure: Figure }) {
  return figureCsv(figure);
}
