import { type Options, SLUG_FORM, widgetsOf } from "./cms-widget.ts";
import { planBody } from "./draft.ts";
import type { FormatName } from "./format.ts";
import { apiOf, type GitHost } from "./git-host.ts";
import { STRAY_LABELS } from "./plan-parts.ts";
import type { Site } from "./site.ts";
import { ID_PATTERN } from "./task.ts";

/**
 * The configuration of Sveltia CMS: one collection a kind of file, with the keys that the checker knows. What names
 * something of the site is chosen from a list.
 * @param logo address of a picture
 */
export function cmsConfig(site: Site, logo: string, host: GitHost | undefined): object {
  const options = optionsOf(site);
  const collection = (
    name: string,
    words: { label: string; label_singular: string; description: string; icon: string },
    format: FormatName,
    rules: object,
    body: { comment: string; default?: string; pattern?: readonly [string, string] },
  ) => ({
    name,
    ...words,
    folder: `content/${name}`,
    extension: "md",
    format: "yaml-frontmatter",
    editor: { preview: false },
    ...rules,
    fields: [
      ...widgetsOf(format, options),
      {
        name: "body",
        label: "Nội dung",
        widget: "text",
        required: false,
        ...body,
      },
    ],
  });
  return {
    load_config_file: false,
    backend: backend(host),
    app_title: `Quản trị – ${site.contact.site_name ?? "Minh Bạch"}`,
    logo: { src: logo, show_in_header: true },
    media_folder: "content",
    show_preview_links: false,
    slug: { encoding: "ascii", clean_accents: true },
    output: { omit_empty_optional_fields: true, yaml: { indent_sequences: true } },
    collections: [
      collection(
        "plans",
        {
          label: "Kế hoạch",
          label_singular: "Kế hoạch",
          description: "Kế hoạch nâng cao các chỉ số",
          icon: "assignment",
        },
        "plan",
        { path: "{{agency}}/{{slug}}", slug: FILE_NAME, summary: "{{title}}" },
        {
          comment: `Mỗi nhiệm vụ là một tiêu đề có mã, ngay dưới là danh sách Chủ trì, Phối hợp, Thời hạn, Sản phẩm. ${guide("ke-hoach")}`,
          default: planBody("Tên cơ quan chủ trì", "Thời hạn như trên văn bản"),
          pattern: idAbove(STRAY_LABELS),
        },
      ),
      collection(
        "updates",
        {
          label: "Báo cáo",
          label_singular: "Báo cáo",
          description: "Tình hình thực hiện kế hoạch",
          icon: "checklist",
        },
        "update",
        {
          path: "{{reporter}}/{{plan}}/{{slug}}",
          slug: { template: "{{as_of}}", editable: false },
          identifier_field: "as_of",
          summary: "{{plan}} · {{as_of}}",
          sortable_fields: {
            fields: ["as_of", "plan"],
            default: { field: "as_of", direction: "descending" },
          },
        },
        {
          comment: `Mỗi nhiệm vụ là một tiêu đề có đúng mã của kế hoạch, ngay dưới là danh sách Trạng thái, Tiến độ, Giá trị, Minh chứng. Đã có báo cáo kỳ trước thì mở báo cáo ấy, bấm ⋮ rồi Nhân bản, và đổi ngày. ${guide("bao-cao")}`,
          pattern: idAbove(["Trạng thái"]),
        },
      ),
      collection(
        "pages",
        {
          label: "Trang văn",
          label_singular: "Trang",
          description: "Giới thiệu, phương pháp, trợ năng",
          icon: "article",
        },
        "page",
        { slug: FILE_NAME },
        { comment: guide("trang") },
      ),
      collection(
        "dashboards",
        {
          label: "Bảng điều khiển",
          label_singular: "Bảng điều khiển",
          description: "Văn bản có khối biểu đồ",
          icon: "monitoring",
        },
        "page",
        { slug: FILE_NAME },
        { comment: `Biểu đồ đặt trong khối chart. ${guide("trang")}` },
      ),
    ],
  };
}

/** A link from the editing page to a part of the guide. */
function guide(id: string): string {
  return `Viết bằng Markdown, theo mẫu ở trang [Hướng dẫn](../huong-dan/#${id}).`;
}

/** A text in which every heading has an id that stands above a list with one of these labels in front. */
function idAbove(labels: readonly string[]): readonly [string, string] {
  const headless = `#{1,6} +(?! |${ID_PATTERN})[^\\n]*\\n+- (?:${labels.join("|")}):`;
  return [
    `/^(?![^]*(?:^|\\n)${headless})/u`,
    "tiêu đề của mỗi nhiệm vụ bắt đầu bằng mã, ví dụ A.I.3. Tên nhiệm vụ",
  ];
}

/** File names are addresses: proposed from the title, and for the editor to shorten before the first save. */
const FILE_NAME = {
  template: "{{title}}",
  editable: ["create"],
  hint: "Tên tệp cũng là địa chỉ của trang; nên ngắn, ví dụ vi-du-2023. Không đổi về sau.",
  pattern: SLUG_FORM,
};

/**
 * Without a Git host nobody can sign in; only a folder on the same machine can be opened. The CMS wants a host all the
 * same; layouts/admin/start.css hides its button.
 */
function backend(host: GitHost | undefined): object {
  if (!host) return { name: "github", repo: "local/minh-bach", auth_methods: ["token"] };
  const { name, repo, branch, origin, appId } = host;
  return {
    name,
    repo,
    ...(branch && { branch }),
    ...(origin && { api_root: apiOf(host), base_url: origin }),
    ...(appId ? { app_id: appId } : { auth_methods: ["token"] }),
    ...(appId && name === "gitlab" && { auth_type: "pkce" }),
  };
}

/** What may be chosen for a key that names something of the site, by `format.key`. */
function optionsOf(site: Site): Options {
  const agencies = site.agencies.all.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  const plans = site.plans.map(({ slug, title }) => ({ value: slug, label: `${title} (${slug})` }));
  const documents = [...site.documents.values()].map(({ id, number, title }) => ({
    value: id,
    label: title === undefined ? number : `${number}: ${title}`,
  }));
  const indices = [...site.indices.values()].map(({ id, name }) => ({ value: id, label: name }));
  return {
    "plan.agency": agencies,
    "plan.indices": indices,
    "plan.targets.index": indices,
    "plan.legal_basis": documents,
    "plan.implements": [...plans, ...documents],
    "update.plan": plans,
    "update.reporter": agencies,
  };
}
