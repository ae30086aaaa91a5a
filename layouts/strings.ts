/** Every word of the interface, in one place; Vietnamese with every mark. Parts of the site have their own group. */
export const strings = {
  site: {
    name: "Minh Bạch",
    tagline: "Kế hoạch và kết quả cải cách hành chính, công khai để ai cũng tra cứu được",
    skip: "Đến nội dung chính",
    menu: "Mục lục trang",
    search: "Tìm kiếm",
    searchHint: "Tìm kế hoạch, nhiệm vụ, cơ quan, số văn bản",
    breadcrumbs: "Đường dẫn",
    unknown: "chưa rõ",
  },
  nav: {
    plans: "Kế hoạch",
    tasks: "Nhiệm vụ",
    agencies: "Cơ quan",
    indices: "Chỉ số",
    documents: "Văn bản",
    data: "Dữ liệu",
    about: "Giới thiệu",
  },
} as const;
