import type { PLAN_STATES } from "../scripts/model/plan.ts";
import type { FieldKey } from "../scripts/model/search-table.ts";
import type { StatusKey } from "../scripts/model/status.ts";

/**
 * Words of the interface, Vietnamese with every mark. Parts of the site have a group each here or, the longer ones, a
 * module beside this one: layouts/…-strings.ts.
 */
export const strings = {
  site: {
    name: "Minh Bạch",
    tagline: "Kế hoạch và kết quả cải cách hành chính, công khai để ai cũng tra cứu được",
    skip: "Đến nội dung chính",
    menu: "Trình đơn chính",
    search: "Tìm kiếm",
    find: "Tìm",
    searchHint: "Kế hoạch, nhiệm vụ, cơ quan, số văn bản",
    breadcrumbs: "Đường dẫn",
    home: "Trang chủ",
    version: "Phiên bản nội dung",
    changed: "có sửa đổi chưa lưu thành phiên bản",
    page: (title: string, number: number) => `${title}, trang ${number}`,
    /** On paper. */
    printedFrom: (address: string) => `Bản in của trang ${address}`,
  },
  /** The same for pages that have no English counterpart. */
  page: {
    unknown: "chưa rõ",
    asOf: "Tình trạng nhiệm vụ xét tại ngày",
    onThisPage: "Trong trang này",
    pages: "Trang",
  },
  embed: {
    title: "Nhúng vào trang của bạn",
    lead: "Đặt một hình, danh sách nhiệm vụ của một cơ quan hoặc ô tìm kiếm vào cổng thông tin của bạn bằng một đoạn mã.",
    rules: [
      "Chép cả ba dòng: khung, liên kết và mã chỉnh chiều cao. Không có dòng thứ ba, khung giữ chiều cao ghi sẵn.",
      "Nội dung trong khung luôn theo bản mới nhất của trang này.",
      "Cổng thông tin có chính sách nội dung (CSP) cần cho phép tên miền của trang này ở frame-src và script-src.",
    ],
    script: "Nếu không muốn gọi mã từ trang khác, tải tệp này về máy chủ của cổng:",
    noOrigin:
      "Trang được dựng khi chưa khai báo tên miền (SITE_URL): thêm tên miền vào trước mỗi địa chỉ trong mã.",
    groups: { search: "Ô tìm kiếm", agencies: "Nhiệm vụ của cơ quan", figures: "Hình" },
    search: "Tìm trong kế hoạch cải cách hành chính",
    tasks: (agency: string) => `${agency}: nhiệm vụ chủ trì`,
    allTasks: (count: string, site: string) => `Xem cả ${count} nhiệm vụ trên ${site}`,
    more: (count: string) => `Còn ${count} mục khác; mã giống các mục trên, chỉ khác địa chỉ.`,
    copyHint: "Chép đoạn mã này vào trang của bạn:",
    preview: "Xem trước",
    choose: "Chọn phần muốn nhúng",
    copy: "Chép mã",
    copied: "Đã chép.",
    selected: "Đã chọn đoạn mã; nhấn Ctrl-C để chép.",
  },
  planFilter: {
    all: "Tất cả",
    year: "Năm",
    agency: "Cơ quan",
    index: "Chỉ số",
  },
  /** Words of the pictures that links are shown with. */
  share: {
    plan: "Kế hoạch chưa có số",
    agency: "Cơ quan",
    plans: (count: string) => `${count} kế hoạch`,
    leads: (count: string) => `Chủ trì ${count} nhiệm vụ`,
    coordinates: (count: string) => `Phối hợp ${count}`,
    supervises: (count: string) => `Theo dõi ${count}`,
    results: (years: string) => `Kết quả ${years}`,
  },
  /** Words that stand only on paper. */
  sheet: {
    country: "Cộng hòa xã hội chủ nghĩa Việt Nam",
    motto: "Độc lập - Tự do - Hạnh phúc",
    number: "Số:",
    noNumber: "chưa có trong bản nguồn",
    noDay: "Ngày: chưa có trong bản nguồn",
    version: "Bản in theo phiên bản",
    noVersion: "Bản in từ trang công khai",
    asOf: (day: string) => `Số liệu đến ${day}`,
    notIssued: (site: string) =>
      `Bản in từ trang ${site}, tổng hợp từ các văn bản và số liệu đã công bố; không phải văn bản do cơ quan ban hành.`,
    pdf: "Bản in khổ A4 (PDF)",
    columns: ["Nhiệm vụ", "Chủ trì, phối hợp", "Thời hạn", "Sản phẩm, chỉ tiêu"],
  },
  home: {
    title: "Ai làm gì, khi nào xong, kết quả ra sao",
    /** With the second half where the site has results. */
    /** `indices`: those that the plans are to raise; empty where no plan names one. */
    lead: (indices: string) =>
      indices === ""
        ? "Kế hoạch cải cách hành chính của các cơ quan"
        : `Kế hoạch nâng cao ${indices} của các cơ quan`,
    leadIndices: "cùng kết quả các chỉ số qua từng năm",
    leadRule: "Mỗi con số có nguồn; điều chưa biết được ghi là chưa rõ.",
    newest: "Kế hoạch mới nhất",
    indices: "Các chỉ số",
    latest: (year: number) => `Kết quả năm ${year}`,
    questions: "Đọc kết quả",
    compare: "So sánh các cơ quan qua các năm",
    needs: "Bạn cần gì?",
    /** What brings readers here, by the page that answers it. */
    answers: {
      search: {
        need: "Tra một việc, một số văn bản",
        who: "Người dân, nhà báo: gõ không dấu cũng được.",
      },
      agencies: {
        need: "Biết cơ quan mình phải làm gì",
        who: "Cán bộ phụ trách: việc chủ trì, phối hợp và hạn của từng cơ quan.",
      },
      tasks: {
        need: "Xem việc nào chậm, việc nào chưa ai báo cáo",
        who: "Lãnh đạo, cơ quan theo dõi: theo tình trạng, theo quý.",
      },
      documents: {
        need: "Biết con số từ đâu ra",
        who: "Nhà nghiên cứu, pháp chế: văn bản được dẫn và kế hoạch dẫn văn bản đó.",
      },
    },
    plans: (count: string) => `Tất cả ${count} kế hoạch`,
    status: (tasks: string) => `Tình trạng ${tasks} nhiệm vụ`,
    tasks: "Nhiệm vụ theo tình trạng và cơ quan chủ trì",
    agencies: (count: string) => `${count} cơ quan trong các kế hoạch`,
  },
  notFound: {
    title: "Không có trang này",
    description: "Địa chỉ không dẫn tới trang nào.",
    lead: "Địa chỉ có thể đã đổi hoặc gõ sai. Thử tìm, hoặc đi từ danh sách.",
    plans: "Các kế hoạch",
    agencies: "Các cơ quan",
    documents: "Các văn bản",
  },
  abbreviations: {
    description: "Từ viết tắt trong các kế hoạch và nghĩa của chúng.",
    none: "Chưa có từ viết tắt nào được ghi nhận.",
    ambiguous: "có nhiều nghĩa",
    variants: (written: string) => `cũng viết ${written}`,
  },
  nav: {
    plans: "Kế hoạch",
    tasks: "Nhiệm vụ",
    agencies: "Cơ quan",
    indices: "Chỉ số",
    documents: "Văn bản",
    data: "Dữ liệu",
    about: "Giới thiệu",
    method: "Phương pháp",
    accessibility: "Trợ năng",
    trust: "Minh bạch về trang này",
    abbreviations: "Từ viết tắt",
    updates: "Cập nhật",
    corrections: "Sửa đổi",
    portal: "Liên thông",
    embeds: "Nhúng",
    guide: "Hướng dẫn",
  },
  search: {
    kinds: {
      plan: "Kế hoạch",
      task: "Nhiệm vụ",
      agency: "Cơ quan",
      document: "Văn bản",
      result: "Kết quả chỉ số",
      update: "Báo cáo",
      dashboard: "Bảng điều khiển",
      page: "Trang",
    },
    fields: {
      output: "Sản phẩm",
      leads: "Chủ trì",
      coordinators: "Phối hợp",
      target: "Chỉ tiêu",
      deadline: "Thời hạn",
      criteria: "Tiêu chí",
      prose: "Nội dung",
      agency: "Cơ quan ban hành",
      signer: "Người ký",
    } satisfies Record<FieldKey, string>,
    filters: {
      title: "Lọc và sắp xếp",
      site: "Trang",
      kind: "Loại",
      index: "Chỉ số",
      year: "Năm",
      agency: "Cơ quan",
      status: "Tình trạng",
      lead: "Chủ trì",
      plan: "Kế hoạch",
      more: "Lọc theo tình trạng, chủ trì, kế hoạch, thời hạn",
      all: "Tất cả",
      sort: "Xếp theo",
    },
    sorts: { relevance: "Mức phù hợp", year: "Năm mới nhất", due: "Hạn sớm nhất" },
    // As format.ts writes counts, without its weight: the browser loads this before the first hit.
    count: (hits: number) => `${hits.toLocaleString("vi-VN")} kết quả`,
    none: (query: string) => `Không nơi nào có “${query}”.`,
    folded: (query: string) => `Không có kết quả khớp dấu; đây là kết quả cho “${query}” không dấu.`,
    apart: "Không có chỗ nào các từ đứng liền nhau; đây là những chỗ có đủ các từ.",
    most: "Không có chỗ nào có đủ các từ; đây là những chỗ có nhiều từ nhất.",
    about: (topic: string) => `Tìm theo “${topic}”.`,
    near: "Có phải bạn tìm:",
    thisSite: "Trang này",
    missing: (sites: string) => `Chưa tìm được trong: ${sites}.`,
    failed: "Không tải được chỉ mục tìm kiếm. Xem danh sách kế hoạch và nhiệm vụ theo cơ quan bên dưới.",
  },
  planState: {
    draft: "Dự thảo",
    issued: "Đã ban hành",
    replaced: "Đã thay thế",
    ended: "Đã kết thúc",
  } satisfies Record<(typeof PLAN_STATES)[number], string>,
  status: {
    overdue: "Quá hạn",
    unreported: "Hết hạn, chưa có báo cáo",
    "due-soon": "Sắp đến hạn",
    blocked: "Vướng mắc",
    "in-progress": "Đang thực hiện",
    "not-due": "Chưa đến hạn",
    undated: "Không xác định hạn",
    "done-late": "Hoàn thành trễ",
    done: "Hoàn thành",
    "not-applicable": "Không còn áp dụng",
  } satisfies Record<StatusKey, string>,
  admin: {
    title: "Quản trị",
    needsScript: "Trang này cần JavaScript.",
    onlyLocal:
      "Trang quản trị chỉ chạy trên máy của người biên tập, tại http://localhost:8080/quan-tri/, hoặc khi trang được cấu hình máy chủ Git.",
    guide: "Xem hướng dẫn",
  },
  moved: {
    title: "Trang đã chuyển",
    lead: "Trang này nay ở địa chỉ",
    ids: "Mã đã đổi",
    now: "nay là",
  },
} as const;
