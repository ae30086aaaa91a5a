import {
  Document,
  Packer,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  type Textbox,
  type VerticalMergeType,
} from "docx";
import { importBytes } from "./importing.ts";

type CellContent = string | (Paragraph | Table)[];

interface CellOptions {
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
}

export const td = (content: CellContent, options: CellOptions = {}) =>
  new TableCell({
    children: typeof content === "string" ? content.split("\n").map(text => new Paragraph(text)) : content,
    ...options,
  });

export const tr = (...cells: (CellContent | TableCell)[]) =>
  new TableRow({ children: cells.map(cell => (cell instanceof TableCell ? cell : td(cell))) });

export const HEADER = tr("TT", "Nhiệm vụ", "Thời gian", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm");

export async function word(
  children: (Paragraph | Table | Textbox)[],
  numbering: ConstructorParameters<typeof Document>[0]["numbering"] = { config: [] },
) {
  const document = new Document({ numbering, sections: [{ children }] });
  return importBytes(await Packer.toBuffer(document), "ke-hoach.docx");
}

export const paragraphs = (...texts: string[]) => texts.map(text => new Paragraph(text));
