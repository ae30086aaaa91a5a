import type { ColumnType } from "../scripts/model/table.ts";

/** Words of the page of downloads and the data dictionary. */
export const dataStrings = {
  title: "Dữ liệu mở",
  lead: "Toàn bộ những gì trang này công bố, tải về được để kiểm tra, tính toán và dùng lại. Giá trị đúng như bản in đứng cạnh giá trị chuẩn hóa, kèm cơ sở và nguồn.",
  all: "Tải tất cả (ZIP, CSV)",
  tables: "bảng",
  rows: "dòng",
  asOf: "số liệu tại ngày",
  license: "Giấy phép:",
  licenseNote: "Khi dùng lại, ghi nguồn là trang này và nguồn của từng dòng ở cột source.",
  table: "Bảng",
  rowCount: "Số dòng",
  formats: { csv: "CSV", excel: "CSV cho Excel", json: "JSON", parquet: "Parquet" },
  howTo: "Mở và đọc",
  hints: [
    "CSV: UTF-8 có dấu thứ tự byte (BOM), cột cách nhau bằng dấu phẩy, dấu thập phân là dấu chấm.",
    "CSV cho Excel: cùng nội dung, cột cách nhau bằng dấu chấm phẩy, dấu thập phân là dấu phẩy; mở thẳng được bằng Excel đặt vùng Việt Nam.",
    "JSON: một mảng các dòng; cột không có giá trị thì không ghi. Parquet: cho DuckDB, Python, R và các hệ phân tích; ngày và danh sách giữ đúng kiểu.",
    "Khóa và mã là cố định. Tên cơ quan không phải là khóa.",
    "Đọc từng cột theo kiểu ở từ điển: mã như 01 là chữ. Ngày viết 2023-06-30, là ngày ở Việt Nam (UTC+7). Cột url là đường dẫn từ gốc tên miền khi trang không khai địa chỉ của mình.",
    "Vài cột mang tên mà SQL dùng (index, order, group, from, where): đặt trong dấu ngoặc kép.",
  ],
  example:
    "Ví dụ, bằng SQL của DuckDB: ai tăng, giảm điểm PAPI từ năm 2022 đến năm 2023. Không có dòng nào khi giữa hai năm có chỗ gãy: khi ấy không được so.",
  /** Asked of the published files by a test. */
  exampleSql: `SELECT sau.agency_name, round(sau.value - truoc.value, 4) AS thay_doi
FROM 'ket-qua.parquet' truoc
JOIN 'ket-qua.parquet' sau USING ("index", agency)
JOIN 'co-quan.parquet' co_quan ON co_quan.id = agency
WHERE "index" = 'papi' AND truoc.year = 2022 AND sau.year = 2023
  -- cả chỉ số, không phải một lĩnh vực
  AND truoc.component IS NULL AND sau.component IS NULL
  -- bỏ dòng trung bình cả nước, vùng
  AND co_quan.kind <> 'group'
  AND thay_doi IS NOT NULL
  AND NOT EXISTS (
    FROM 'cho-gay.parquet' gay
    WHERE gay."index" = truoc."index" AND gay.kind IS DISTINCT FROM 'soft'
      AND truoc.year < gay.year_after AND sau.year > gay.year_before)
ORDER BY thay_doi DESC;`,
  machines: "Cho máy đọc",
  package: "mô tả gói dữ liệu (Frictionless Data Package 2.0) với cỡ và mã băm SHA-256 của từng tệp",
  catalog: "danh mục DCAT cho các cổng dữ liệu",
  api: "giao diện JSON tĩnh: kế hoạch, cơ quan, nhiệm vụ theo cơ quan, chỉ số với chỗ gãy, kết quả theo năm",
  openapi: "mô tả giao diện theo OpenAPI 3.1, kèm JSON Schema",
  dictionary: "Từ điển dữ liệu",
  version: "Phiên bản cấu trúc",
  versionNote: "Số đầu tăng khi một cột đổi tên, đổi nghĩa hoặc bị bỏ, số giữa khi có thêm bảng hoặc cột.",
  brought: (version: string) => `${version} thêm`,
  citation: {
    title: "Cách trích dẫn",
    asOf: (day: string) => `số liệu tại ngày ${day}`,
    version: (version: string) => `cấu trúc ${version}`,
    digest: "Bản này, để người khác đối chiếu được: SHA-256 của",
    note: "Khi dẫn một số liệu, ghi thêm mã ở cột id và nguồn ở cột source. Trang chỉ giữ bản mới nhất: lưu tệp đã dùng. Điều đã sửa trong kế hoạch, báo cáo và kết quả chỉ số, trước và sau, ở",
  },
  key: "Khóa:",
  column: "Cột",
  columnTitle: "Tên",
  type: "Kiểu",
  unit: "Đơn vị",
  meaning: "Ý nghĩa",
  rule: "Quy tắc:",
  values: "Một trong:",
  refers: "Tra ở",
  types: {
    string: "chữ",
    integer: "số nguyên",
    number: "số",
    date: "ngày",
    year: "năm",
    list: "danh sách",
  } satisfies Record<ColumnType, string>,
} as const;

/** Words of the pages that show the data of other sites beside each other. */
export const portalStrings = {
  title: "Liên thông: nhiều trang một nơi",
  lead: "Số liệu các trang khác tự công bố, được lấy về, đối chiếu với bản kê của chính trang đó rồi mới hiện ở đây. Tình trạng nhiệm vụ do mỗi trang xét tại ngày số liệu của mình.",
  sites: "Nhiệm vụ theo tình trạng ở từng trang",
  site: "Trang",
  asOf: "Số liệu ngày",
  plans: "Kế hoạch",
  all: "Tất cả nhiệm vụ",
  late: "Quá hạn hoặc hết hạn chưa báo cáo",
  missing: "Chưa công bố",
  missingNote: "Chưa lấy được bản dữ liệu đúng nào của các trang này.",
  nobodyMissing: "Mọi trang đều đã công bố dữ liệu.",
  warnings: {
    none: "chưa công bố",
    wrong: "bản mới sai, giữ bản cũ",
    away: "không lấy được bản mới, giữ bản cũ",
    old: "số liệu cũ hơn một quý",
  },
  notChecked: "chưa lấy lần nào",
  allPlans: "Kế hoạch của các trang",
  allAgencies: "Nhiệm vụ theo cơ quan chủ trì của các trang",
  agency: "Cơ quan",
  year: "Năm",
  tasks: "Nhiệm vụ",
  none: "Chưa có dữ liệu của trang nào.",
} as const;
