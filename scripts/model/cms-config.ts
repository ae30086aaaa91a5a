import { DATE_PATTERN, type Field, type FormatName, fieldsOf, type Shape, SLUG_PATTERN } from "./format.ts";
import { apiOf, type GitHost } from "./git-host.ts";
import type { Site } from "./site.ts";

/** A field of the form, as Sveltia CMS reads it. */
type Widget = Control & { readonly name: string };

type Control = Readonly<Record<string, unknown>> & { readonly widget: string };

interface Option {
  readonly value: string;
  readonly label: string;
}

const ISO_DAY = ["^\\d{4}-\\d{2}-\\d{2}$", "viết dạng 2023-06-30"];
const DAY = [DATE_PATTERN, "viết dạng 2023-06-30 hoặc 30/6/2023"];
const SLUG = [SLUG_PATTERN, "chỉ dùng chữ thường không dấu, chữ số và gạch nối"];

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
    body: string,
  ) => ({
    name,
    ...words,
    folder: `content/${name}`,
    extension: "md",
    format: "yaml-frontmatter",
    editor: { preview: false },
    ...rules,
    fields: [
      ...fieldsOf(format).map(field => widgetOf(format, field, options)),
      {
        name: "body",
        label: "Nội dung",
        widget: "text",
        required: false,
        hint: `Viết bằng Markdown, theo mẫu ở trang Hướng dẫn. ${body}`,
      },
    ],
  });
  return {
    load_config_file: false,
    backend: backend(host),
    app_title: "Quản trị – Minh Bạch",
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
        { path: "{{agency}}/{{slug}}", slug: slugOf("{{title}}"), summary: "{{title}}" },
        "Mỗi nhiệm vụ là một tiêu đề có mã, rồi danh sách Chủ trì, Phối hợp, Thời hạn, Sản phẩm.",
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
          slug: "{{as_of}}",
          identifier_field: "as_of",
          summary: "{{plan}} · {{as_of}}",
          sortable_fields: {
            fields: ["as_of", "plan"],
            default: { field: "as_of", direction: "descending" },
          },
        },
        "Mỗi nhiệm vụ là một tiêu đề có mã, rồi danh sách Trạng thái, Tiến độ, Giá trị, Minh chứng.",
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
        { slug: slugOf("{{title}}") },
        "",
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
        { slug: slugOf("{{title}}") },
        "Biểu đồ đặt trong khối ```chart.",
      ),
    ],
  };
}

/** File names are addresses: proposed from a field, and for the editor to shorten before the first save. */
function slugOf(template: string): object {
  return {
    template,
    editable: ["create"],
    hint: "Tên tệp cũng là địa chỉ của trang; nên ngắn, ví dụ vi-du-2023. Không đổi về sau.",
    pattern: SLUG,
  };
}

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

type Options = Readonly<Partial<Record<string, readonly Option[]>>>;

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

/** Keys that the form makes the name of the file of, so that it asks for them even where the checker does not. */
const NAMING = new Set(["update.reporter", "update.as_of"]);

function widgetOf(path: string, field: Field, options: Options): Widget {
  const { key, title, help, example, isRequired, shape } = field;
  const own = `${path}.${key}`;
  return {
    name: key,
    label: title,
    hint: `${help} Ví dụ: ${example}`,
    required: isRequired || NAMING.has(own),
    ...control(own, shape, field, options),
  };
}

/** However few there are, things of the site are looked up by typing, not read one by one. */
const DROPDOWN = { dropdown_threshold: 0 };

function control(path: string, shape: Shape, field: Field, options: Options): Control {
  const choices = options[path];
  switch (shape.kind) {
    case "choice":
      return {
        widget: "select",
        options: shape.options.map(value => ({ value, label: field.options?.[value] ?? value })),
      };
    case "list":
      if (choices) return { widget: "select", multiple: true, ...DROPDOWN, options: choices };
      if (shape.of.kind === "group")
        return { widget: "list", fields: subfields(path, shape.of.fields, options) };
      return {
        widget: "list",
        ...(shape.length !== undefined && { min: shape.length, max: shape.length }),
        field: { name: "item", label: field.title, ...control(`${path}.item`, shape.of, field, options) },
      };
    case "group":
      return { widget: "object", fields: subfields(path, shape.fields, options) };
    case "date":
      // A calendar would read 1/2/2023 as the second of January. Where the day names the file, it has one form.
      return { widget: "string", pattern: NAMING.has(path) ? ISO_DAY : DAY };
    case "year":
      return { widget: "number", value_type: "int", min: 1900, max: 2099 };
    case "slug":
      if (choices) return { widget: "select", ...DROPDOWN, options: choices };
      return { widget: "string", pattern: SLUG };
    default:
      return { widget: "string" };
  }
}

function subfields(path: string, fields: readonly Field[], options: Options): Widget[] {
  return fields.map(field => widgetOf(path, field, options));
}
