import { formatCounted } from "./format.ts";

/** Words of tables of tasks and of the filter that makes one in the browser, which loads no other words of tasks. */
export const filterStrings = {
  tasks: (count: number) => formatCounted(count, "nhiệm vụ"),
  columns: {
    number: "TT",
    task: "Nhiệm vụ",
    leads: "Chủ trì",
    deadline: "Thời hạn",
    output: "Sản phẩm",
    status: "Tình trạng",
    agency: "Cơ quan",
    plan: "Kế hoạch",
    all: "Tất cả",
  },
  filter: {
    summary: "Lọc kết hợp: tình trạng, cơ quan, quý, kế hoạch",
    status: "Tình trạng",
    lead: "Chủ trì",
    quarter: "Đến hạn",
    plan: "Kế hoạch",
    all: "Tất cả",
    narrow: "Thu hẹp danh sách, không cần dấu",
    clear: "Bỏ lọc",
    more: "Xem thêm",
    loading: "Đang tải…",
    failed: "Không tải được danh sách nhiệm vụ. Các danh sách bên dưới vẫn dùng được.",
    caption: "Nhiệm vụ đã lọc",
  },
};
