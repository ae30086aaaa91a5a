/** Words that stand in the search page without scripts and in the index; what the browser shows is in strings.ts. */
export const searchPageStrings = {
  description: "Tìm kế hoạch, nhiệm vụ, cơ quan, văn bản và kết quả chỉ số, gõ có dấu hoặc không dấu.",
  byAgency: "Danh mục theo cơ quan",
  byAgencyLead: "Kế hoạch ban hành và nhiệm vụ chủ trì của từng cơ quan.",
  noScript:
    "Tìm theo từ khóa cần JavaScript. Không có JavaScript thì mở cơ quan hoặc kế hoạch dưới đây rồi tìm trong trang bằng trình duyệt (Ctrl-F).",
  results: (index: string) => `Kết quả ${index}`,
  tasks: (count: number) => `${count} nhiệm vụ`,
  allAgencies: "Tất cả cơ quan",
  allPlans: "Tất cả kế hoạch",
  allTasks: "Tất cả nhiệm vụ",
} as const;
