/** Words of the guide for editors. */
export const guideStrings = {
  title: "Hướng dẫn cho người biên tập",
  description: "Cách viết kế hoạch, báo cáo, trang và số liệu; mọi khóa, nhãn và cột, kèm ví dụ.",
  key: "Khóa",
  meaning: "Nghĩa",
  write: "Cách ghi",
  example: "Ví dụ",
  required: "bắt buộc",
  label: "Nhãn",
} as const;
