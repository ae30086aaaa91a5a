/** Words of the list of documents and of a document's own page. */
export const documentStrings = {
  listDescription: "Các văn bản mà kế hoạch căn cứ hoặc nhắc tới, và kế hoạch nào căn cứ.",
  description: (name: string, title: string | undefined) =>
    `${name}${title ? `: ${title}` : ""}. Kế hoạch nào căn cứ văn bản này.`,
  none: "Chưa có văn bản nào được công bố trên trang này.",
  columns: {
    number: "Số, ký hiệu",
    date: "Ngày",
    issuer: "Cơ quan ban hành",
    title: "Trích yếu",
    plans: "Kế hoạch căn cứ",
  },
  issued: "Ban hành",
  source: "Nguồn",
  here: "Trên trang này",
  noTitle: "các nguồn không nêu",
  noDate: "chưa rõ ngày",
  citing: "Kế hoạch căn cứ hoặc thực hiện",
  notCited: "Chưa có kế hoạch nào trên trang lấy văn bản này làm căn cứ.",
  mentions: (number: string) => `Tìm mọi chỗ nhắc đến ${number}`,
} as const;
