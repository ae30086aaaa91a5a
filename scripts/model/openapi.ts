import { DATASET } from "./download.ts";
import { TABLES, TABLES_VERSION, type TableName } from "./table-list.ts";
import { rowSchema } from "./table-schema.ts";

/** JSON Schemas of everything that the API answers, by name: the rows of the tables, and the answers made of them. */
export function apiSchemas(refTo: (name: string) => string): Record<string, Schema> {
  const rows = new Map<string, Schema>(TABLES.map(table => [table.name, rowSchema(table)]));
  const ref = (name: TableName | AnswerName) => ({ $ref: refTo(name) });
  const many = (items: object) => ({ type: "array", items });
  const count = { type: "integer", minimum: 0 };
  const answer = (title: string, properties: Record<string, object>) => ({
    title,
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const listOf = (title: string, name: TableName) =>
    answer(title, { total: count, page: count, pages: count, items: many(ref(name)) });
  const answers: Record<AnswerName, Schema> = {
    "muc-luc": answer("Mục lục", {
      title: { type: "string" },
      version: { type: "string" },
      as_of: { type: "string", format: "date" },
      license: { type: "string", format: "uri" },
      plans: answer("Số kế hoạch và số trang", { total: count, pages: count }),
      agencies: answer("Số cơ quan và số trang", { total: count, pages: count }),
      indices: many(
        answer("Chỉ số", {
          id: { type: "string" },
          name: { type: "string" },
          years: many({ type: "integer" }),
        }),
      ),
    }),
    "trang-ke-hoach": listOf("Một trang kế hoạch", "ke-hoach"),
    "trang-co-quan": listOf("Một trang cơ quan", "co-quan"),
    "trang-nhiem-vu": listOf("Một trang nhiệm vụ", "nhiem-vu"),
    "mot-ke-hoach": answer("Một kế hoạch với mọi phần", {
      plan: ref("ke-hoach"),
      sections: many(ref("muc")),
      tasks: many(ref("nhiem-vu-va-phan-cong")),
      targets: many(ref("muc-tieu")),
      notes: many(ref("ghi-chu")),
    }),
    "mot-co-quan": answer("Một cơ quan với kế hoạch và kết quả", {
      agency: ref("co-quan"),
      plans: many(ref("ke-hoach")),
      results: many(ref("ket-qua")),
      lead_tasks: count,
      lead_task_pages: count,
    }),
    "mot-chi-so": answer("Một chỉ số: cách đo, lĩnh vực, chỗ gãy", {
      index: ref("chi-so"),
      editions: many(ref("bo-tieu-chi")),
      components: many(ref("linh-vuc")),
      breaks: many(ref("cho-gay")),
      bands: many(ref("nguong-nhom")),
      covers: many(ref("so-don-vi")),
      not_assessed: many(ref("khong-danh-gia")),
    }),
    "mot-nam": answer("Kết quả một chỉ số trong một năm", {
      index: { type: "string" },
      year: { type: "integer" },
      results: many(ref("ket-qua")),
    }),
    "nhiem-vu-va-phan-cong": withAssignments(rows.get("nhiem-vu") ?? {}, many(ref("phan-cong"))),
  };
  return { ...Object.fromEntries(rows), ...answers };
}

type Schema = Record<string, unknown>;

type AnswerName =
  | "muc-luc"
  | "trang-ke-hoach"
  | "trang-co-quan"
  | "trang-nhiem-vu"
  | "mot-ke-hoach"
  | "mot-co-quan"
  | "mot-chi-so"
  | "mot-nam"
  | "nhiem-vu-va-phan-cong";

/** A task inside its plan carries its assignments with it. */
function withAssignments({ properties, required, ...schema }: Schema, assignments: object): Schema {
  return {
    ...schema,
    properties: { ...(typeof properties === "object" ? properties : {}), assignments },
    required: [...(Array.isArray(required) ? required : []), "assignments"],
  };
}

/**
 * The OpenAPI description (3.1) of the API.
 * @param server address of /api/v1/, without the slash at its end
 */
export function openApi(server: string): object {
  const at = (name: string, description: string, type: "string" | "integer" = "string") => ({
    name,
    in: "path",
    required: true,
    description,
    schema: type === "integer" ? { type, minimum: 1 } : { type },
  });
  const plan = at("plan", "Mã kế hoạch: cột id của bảng ke-hoach.");
  const agency = at("agency", "Mã cơ quan: cột id của bảng co-quan.");
  const index = at("index", "Mã chỉ số: cột id của bảng chi-so.");
  const page = at("page", "Số trang, từ 1.", "integer");
  const get = (
    operationId: string,
    summary: string,
    schema: AnswerName,
    parameters: readonly object[] = [],
  ) => ({
    get: {
      operationId,
      summary,
      parameters,
      responses: {
        "200": {
          description: summary,
          content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
        },
        "404": { description: "Không có tệp này." },
      },
    },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: DATASET.title,
      version: TABLES_VERSION,
      description:
        "Các tệp JSON tĩnh: chỉ GET, không cần khóa. Tệp chỉ đổi khi nội dung đổi, nên ETag của máy chủ dùng được. Trường vắng mặt là nguồn không nêu.",
      license: { name: DATASET.license.title, url: DATASET.license.path },
    },
    servers: [{ url: server }],
    security: [],
    paths: {
      "/index.json": get("getIndex", "Mục lục: ngày của dữ liệu, số trang, các chỉ số và năm", "muc-luc"),
      "/ke-hoach/trang/{page}.json": get("listPlans", "Danh sách kế hoạch", "trang-ke-hoach", [page]),
      "/ke-hoach/{plan}.json": get("getPlan", "Một kế hoạch với mọi phần", "mot-ke-hoach", [plan]),
      "/co-quan/trang/{page}.json": get("listAgencies", "Danh sách cơ quan", "trang-co-quan", [page]),
      "/co-quan/{agency}.json": get("getAgency", "Một cơ quan với kế hoạch và kết quả", "mot-co-quan", [
        agency,
      ]),
      "/co-quan/{agency}/nhiem-vu/trang/{page}.json": get(
        "listTasksOfAgency",
        "Nhiệm vụ mà cơ quan chủ trì; không có tệp khi không chủ trì việc nào",
        "trang-nhiem-vu",
        [agency, page],
      ),
      "/chi-so/{index}.json": get("getIndicator", "Một chỉ số: cách đo, lĩnh vực, chỗ gãy", "mot-chi-so", [
        index,
      ]),
      "/chi-so/{index}/{year}.json": get("getIndexYear", "Kết quả một chỉ số trong một năm", "mot-nam", [
        index,
        at("year", "Năm được đánh giá.", "integer"),
      ]),
    },
    components: { schemas: apiSchemas(name => `#/components/schemas/${name}`) },
  };
}
