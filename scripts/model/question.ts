import slugify from "@sindresorhus/slugify";
import type { IsoDate } from "./fields.ts";
import { checkValue, type Field, type FormatName, fieldsOf } from "./format.ts";
import type { Site } from "./site.ts";
import { refuseId } from "./unknown-agency.ts";
import { suggest } from "./vietnamese.ts";

/** What `npm run new` can make, and the format of each. */
export const NEW_KINDS = {
  plan: "plan",
  update: "update",
  page: "page",
  dashboard: "page",
  agency: "agency",
  result: "result",
} as const satisfies Record<string, FormatName>;
export type NewKind = keyof typeof NEW_KINDS;

/** Answers by key, as they were typed; what was left out is absent. */
export type Answers = Readonly<Record<string, string>>;

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One thing that is asked, or given as a flag of the same name. */
export interface Question {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly isRequired: boolean;
  /** What may be chosen, where it is something of the site or one of a few. */
  readonly options: (answers: Answers) => readonly Option[] | undefined;
  /** Several may be chosen; as a flag they are separated by commas. */
  readonly isMany: boolean;
  /** A question that makes this one moot once it is answered. */
  readonly unless: string | undefined;
  /** What is taken when nobody says otherwise. */
  readonly initial: (answers: Answers) => string | undefined;
  /** Why an answer cannot be used, and the mend: one Vietnamese sentence. */
  readonly check: (typed: string) => string | undefined;
}

/** Keys of plans that are asked; the others are easier to write in the file. */
const OF_PLAN = ["title", "agency", "number", "issued", "year", "years", "state", "indices"];

/** What has to be known to make a new plan, report, page, dashboard, agency or result. */
export function questionsOf(kind: NewKind, site: Site, today: IsoDate): readonly Question[] {
  const fields = fieldsOf(NEW_KINDS[kind]).filter(({ key }) => kind !== "plan" || OF_PLAN.includes(key));
  const asked = fields.map(field => fromField(kind, field, site, today));
  if (kind === "plan" || kind === "page" || kind === "dashboard") return [...asked, fileName()];
  if (kind === "update") return [...asked.filter(({ key }) => key !== "title"), tasksOf(site)];
  if (kind === "result") return [index(site), ...asked];
  // The id of an agency is proposed from its name, so the name comes first.
  return asked.toSorted((a, b) => Number(b.key === "name") - Number(a.key === "name"));
}

function fromField(
  kind: NewKind,
  { key, title, inForm, example, isRequired, shape, options }: Field,
  site: Site,
  today: IsoDate,
): Question {
  const inner = shape.kind === "list" ? shape.of : shape;
  const choices =
    inner.kind === "choice"
      ? inner.options.map(value => ({ value, label: options?.[value] ?? value }))
      : optionsOf(`${kind}.${key}`, site);
  return {
    key,
    title,
    help: inForm,
    example,
    isRequired: isRequired || NEEDED.has(`${kind}.${key}`),
    options: () => choices,
    isMany: shape.kind === "list",
    unless: key === "years" ? "year" : undefined,
    initial: answers => initialOf(`${kind}.${key}`, answers, site, today),
    check: typed =>
      checkValue(NEW_KINDS[kind], key, shape.kind === "list" ? splitAnswer(typed) : typed) ??
      (NAMES_AGENCY.has(`${kind}.${key}`) && !site.agencies.byId.has(typed)
        ? refuseId(typed, site.agencies).join("; ")
        : undefined) ??
      (key === "plan" && !site.planBySlug.has(typed)
        ? `không có kế hoạch “${typed}”; ${suggest(typed, site.planBySlug.keys(), "ghi tên tệp của kế hoạch, không có đuôi .md")}`
        : undefined),
  };
}

/** What the format can do without, but a new entry should have: a number without a source cannot be checked. */
const NEEDED = new Set(["update.reporter", "result.source"]);

/** Keys that take the id of an agency. */
const NAMES_AGENCY = new Set(["plan.agency", "update.reporter", "agency.parent", "result.agency"]);

function optionsOf(path: string, site: Site): readonly Option[] | undefined {
  if (NAMES_AGENCY.has(path))
    // A body and the one that took its place may have one name.
    return site.agencies.all.map(({ id, name, validTo }) => ({
      value: id,
      label: `${name} (${id}${validTo === undefined ? "" : `, đến ${validTo}`})`,
    }));
  if (path === "update.plan")
    return site.plans.map(({ slug, title }) => ({ value: slug, label: `${title} (${slug})` }));
  if (path === "plan.indices") return indexOptions(site);
  return undefined;
}

function indexOptions(site: Site): Option[] {
  return [...site.indices.values()].map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
}

function initialOf(path: string, answers: Answers, site: Site, today: IsoDate): string | undefined {
  switch (path) {
    case "plan.state":
      return "draft";
    case "plan.year":
      return answers.years === undefined ? today.slice(0, 4) : undefined;
    case "update.as_of":
      return today;
    case "update.reporter":
      return (
        site.updates.find(({ plan }) => plan === answers.plan)?.reporter ??
        site.planBySlug.get(answers.plan ?? "")?.agency
      );
    case "agency.id":
      return answers.name === undefined ? undefined : slugify(answers.name);
    case "result.basis":
      return "printed";
    default:
      return undefined;
  }
}

/** What a question is that no key of a format stands behind, unless it says otherwise. */
const PLAIN = {
  isRequired: true,
  options: () => undefined,
  isMany: false,
  unless: undefined,
  initial: () => undefined,
  check: () => undefined,
} satisfies Partial<Question>;

function fileName(): Question {
  return {
    key: "slug",
    title: "Tên tệp",
    help: "Là địa chỉ của trang, không đổi về sau; nên ngắn.",
    example: "vi-du-2023",
    ...PLAIN,
    initial: answers => (answers.title === undefined ? undefined : slugOf(answers.title)),
    check: typed => checkValue("agency", "id", typed),
  };
}

/** Letters of a name that every disk can hold, with the ending and what else is put around it. */
const LONGEST_SLUG = 200;

/** A file name from as many words of a title as it has room for. */
function slugOf(title: string): string {
  const slug = slugify(title);
  return slug.length > LONGEST_SLUG ? slug.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, "") : slug;
}

function tasksOf(site: Site): Question {
  return {
    key: "tasks",
    title: "Nhiệm vụ được báo cáo",
    help: "Mã các nhiệm vụ; bỏ trống là mọi nhiệm vụ của kế hoạch.",
    example: "A.I.1, A.I.2",
    ...PLAIN,
    isRequired: false,
    options: ({ plan = "" }) =>
      site.planBySlug.get(plan)?.tasks.map(({ id, title }) => ({ value: id, label: `${id}. ${title}` })),
    // None is ticked: who reports on one of ninety would have to take the others out one by one.
    isMany: true,
  };
}

function index(site: Site): Question {
  const options = indexOptions(site);
  return {
    key: "index",
    title: "Chỉ số",
    help: "Mã chỉ số; kết quả được ghi vào data/results/<chỉ số>.csv.",
    example: "par-index",
    ...PLAIN,
    options: () => options,
    check: typed =>
      options.some(({ value }) => value === typed)
        ? undefined
        : `không có chỉ số “${typed}”; dùng một trong: ${options.map(({ value }) => value).join(", ")}`,
  };
}

/** Several values of one answer, separated by commas, in brackets or not. */
export function splitAnswer(typed: string): string[] {
  return typed
    .replace(/^\s*\[(.*)\]\s*$/s, "$1")
    .split(",")
    .map(value => value.trim())
    .filter(value => value !== "");
}
