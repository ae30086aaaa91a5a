/** Words of the panel of problems in the dev server; in a file of their own, so that no built page carries them. */
export const previewStrings = {
  label: "Lỗi của nội dung",
  here: (count: number) => `${count} lỗi ở trang này`,
  elsewhere: (count: number) => `${count} lỗi ở chỗ khác`,
  old: "Trang đang hiện là bản đúng gần nhất.",
  open: "mở trang",
} as const;
