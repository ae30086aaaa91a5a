import type { StatusKey } from "../scripts/model/status.ts";

/** Words that the build puts into the search page and into the index; those that its script shows are in strings.ts. */
export const searchPageStrings = {
  description: "Tìm kế hoạch, nhiệm vụ, cơ quan, văn bản và kết quả chỉ số, gõ có dấu hoặc không dấu.",
  hint: "Gõ có dấu hoặc không dấu; từ viết tắt và số văn bản đều được.",
  wait: "Đang tìm… Gõ có dấu thì chỉ ra đúng từ có dấu ấy, gõ không dấu thì ra mọi từ cùng cách viết; đặt trong ngoặc kép để tìm nguyên cụm. Số văn bản gõ cách nào cũng được: 59/2012/NĐ-CP, 59/2012/ndcp. Mã nhiệm vụ như A.IV.4.1 hay tiêu chí như TCTP 3.2.5 dẫn thẳng tới nhiệm vụ.",
  joined: "Tìm cả trong các trang của mục",
  more: "Xem thêm",
  byAgency: "Danh mục theo cơ quan",
  byAgencyLead: "Kế hoạch ban hành và nhiệm vụ chủ trì của từng cơ quan.",
  noScript:
    "Tìm theo từ khóa cần JavaScript. Không có JavaScript thì mở cơ quan hoặc kế hoạch dưới đây rồi tìm trong trang bằng trình duyệt (Ctrl-F).",
  index: (index: string) => `Chỉ số ${index}`,
  /** What readers ask of an index beside its figures; its page tells it. */
  method: "cách tính, cách đo, phương pháp, bộ tiêu chí, thang điểm, thay đổi cách đo",
  ofYear: (index: string, year: number) => `${index} năm ${year}`,
  /** @param isCompared with the year before */
  results: (index: string, isCompared: boolean) =>
    `Điểm, thứ hạng từng đơn vị, cao nhất, thấp nhất, ${isCompared ? "tăng nhiều nhất, giảm nhiều nhất, " : ""}đứng đầu, dẫn đầu, đứng cuối: ${index}`,
  /** What a document is called where it is cited. */
  cited: (kind: string | undefined, number: string) => `${kind ?? "Văn bản"} số ${number}`,
  dated: (day: string) => `ngày ${day}`,
  agencyResults: (years: string) => `${years}: kết quả, xếp hạng`,
  /** Pages of the site itself, in the words that readers ask for them. */
  pages: {
    tasks: {
      title: "Nhiệm vụ đến đâu",
      text: "Ai trễ hạn, việc nào chậm tiến độ, việc nào chưa báo cáo, chưa hoàn thành: mọi nhiệm vụ theo tình trạng, cơ quan chủ trì, quý đến hạn và kế hoạch.",
    },
    status: {
      title: (status: string) => `Nhiệm vụ: ${status}`,
      /** "Việc quá hạn", "nhiệm vụ quá hạn": both are asked for. */
      text: (status: string, text: string) => `${text} Việc ${status.toLowerCase()}.`,
      texts: {
        overdue: "Việc trễ hạn, chậm tiến độ: đã có báo cáo, chưa xong mà hạn đã qua.",
        unreported: "Việc chưa báo cáo: hạn đã qua mà không ai cho biết đã xong hay chậm.",
        "due-soon": "Việc đến hạn trong 30 ngày tới.",
        blocked: "Việc có khó khăn, vướng mắc theo báo cáo.",
        "in-progress": "Việc đang làm theo báo cáo, chưa đến hạn.",
        "not-due": "Việc chưa tới hạn.",
        undated:
          "Việc không có thời hạn rõ: thường xuyên, theo quy định hoặc theo việc khác, thời hạn không cho một ngày.",
        "done-late": "Việc đã xong nhưng trễ hạn, hoàn thành chậm.",
        done: "Việc đã xong theo báo cáo, có minh chứng.",
        "not-applicable": "Việc không phải làm nữa theo báo cáo.",
      } satisfies Record<StatusKey, string>,
    },
    quarter: {
      title: (quarter: string) => `Nhiệm vụ đến hạn ${quarter}`,
      /** As it is printed in any way: `quý II/2023` and the key `2023-2`. */
      text: (quarter: string, key: string) => {
        const [year, number] = key.split("-");
        return `Việc có hạn trong Q${number}/${year}, ${quarter.replace("/", " năm ")}, quý ${number}/${year}, quý ${number} năm ${year}.`;
      },
    },
    noLead: "Nhiệm vụ không có, chưa rõ cơ quan chủ trì.",
    plans: "Danh sách kế hoạch, theo cơ quan ban hành, năm và chỉ số.",
    indices: "Danh sách chỉ số: ai đo, đo gì, đổi cách đo khi nào, kết quả từng năm.",
    documents:
      "Danh sách văn bản là căn cứ của kế hoạch: nghị định, nghị quyết, quyết định, thông tư, công văn.",
    agencies:
      "Danh sách cơ quan. Cơ quan nào chủ trì, phối hợp việc gì; trước và sau sáp nhập, hợp nhất, đổi tên: nay là cơ quan nào.",
    embeds: "Nhúng biểu đồ, bảng số liệu.",
    feeds: "Theo dõi bằng nguồn tin Atom, JSON (RSS).",
    compare: {
      title: "So sánh, xếp hạng các cơ quan",
      text: "So sánh các tỉnh, các bộ, các sở: điểm số, thứ hạng PAR INDEX, SIPAS, PAPI: chọn cơ quan, năm và lĩnh vực để so sánh.",
    },
    data: {
      title: "Tải dữ liệu",
      text: "Tải về Excel, CSV, JSON, Parquet; API, từ điển, giấy phép, cách trích dẫn dữ liệu mở (open data, download data).",
    },
  },
  allAgencies: "Tất cả cơ quan",
  allPlans: "Tất cả kế hoạch",
  allTasks: "Tất cả nhiệm vụ",
} as const;
