import { figureCsv, figureFiles } from "../../../figure-files.ts";
import { type Figure, figuresInAllLanguages } from "../../../figures.ts";
import { pageEach } from "../../../paginate.ts";

export const data = {
  pagination: pageEach("figure", figuresInAllLanguages),
  permalink: ({ figure }: { figure: Figure }) => figureFiles(figure).csv,
};

export default function FigureCsv({ figure }: { figure: Figure }) {
  return figureCsv(figure);
}
