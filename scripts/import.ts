import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname, join, posix } from "node:path";
import { parseArgs } from "node:util";
import slugify from "@sindresorhus/slugify";
import { agencyProblems } from "./check.ts";
import { isStarted, runCommand, ToldFailure } from "./command.ts";
import { formatRow, rewriteTable } from "./edit-table.ts";
import { draftAgencies } from "./import/agency-rows.ts";
import type { Finding, Note } from "./import/blocks.ts";
import { checkPlan, convert } from "./import/convert.ts";
import { mergeResults } from "./import/merge-results.ts";
import { readBounded } from "./import/read-bounded.ts";
import { formatReport } from "./import/report.ts";
import { readResults } from "./import/results.ts";
import { UNKNOWN_AGENCY } from "./import/write.ts";
import { loadSources, type Sources } from "./load.ts";
import { cutTable } from "./model/csv-rows.ts";
import { formatProblem, type Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import { parseSite } from "./model/site-sources.ts";
import { suggest } from "./model/vietnamese.ts";
import { readSettings, type Settings } from "./settings.ts";
import { isWithin, writeWhole } from "./write.ts";

const USAGE = `  npm run import -- TỆP [--agency MÃ] [--out THƯ-MỤC] [--force]    kế hoạch từ .docx, .xlsx, .csv, .tsv, .html, .txt
  npm run import -- TỆP --index par-index --year 2023 [--agency MÃ]  kết quả từ .xlsx hoặc .csv vào data/results`;

const OPTIONS = {
  agency: { type: "string" },
  out: { type: "string" },
  index: { type: "string" },
  year: { type: "string" },
  force: { type: "boolean" },
} as const;

type Options = { readonly file: string } & ReturnType<
  typeof parseArgs<{ options: typeof OPTIONS }>
>["values"];

/** Says on standard error how far a long import is; short ones say nothing. */
type Progress = (message: string) => void;

/**
 * Imports one file and returns what to print.
 * @throws ToldFailure when nothing was written
 */
export async function importFile(options: Options, settings: Settings, progress: Progress): Promise<string> {
  const { file } = options;
  const { size } = await findFile(file);
  const findings: Finding[] = [];
  const note: Note = (kind, line, message) => findings.push({ kind, line, message });
  progress(`Đọc ${basename(file)} (${Math.ceil(size / 1024)} kB)…`);
  const source = await readBounded(file, note);
  if ("refused" in source) throw new ToldFailure(source.refused);
  const rows = source.blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.rows.length : 1),
    0,
  );
  progress(`${rows} dòng và đoạn; đối chiếu với dữ liệu của trang…`);
  const sources = await loadSources(settings);
  const noData = sources.problems.find(({ file }) => file === settings.dataDir);
  if (noData) throw new ToldFailure(formatProblem(noData));
  const checked = parseSite(sources, settings.asOf);
  const { site } = checked;
  const unsound = agencyProblems([...sources.problems, ...checked.problems], settings);
  if (unsound.length > 0)
    throw new ToldFailure([...unsound, "Sửa bảng cơ quan trước rồi nhập lại; chưa ghi gì."].join("\n"));
  if (options.agency !== undefined && !site.agencies.byId.has(options.agency))
    throw new ToldFailure(
      `không có cơ quan mang mã “${options.agency}”; ${suggest(options.agency, site.agencies.byId.keys(), "xem cột id trong agencies.csv, hoặc thêm cơ quan bằng npm run new -- agency")}`,
    );
  if (options.index !== undefined || options.year !== undefined)
    return importResults(source, { ...checked, sources }, options, settings, { findings, note });

  const name = basename(file, extname(file));
  const slug = slugify(name.normalize("NFC")) || "ke-hoach";
  const others = { ...site, plans: site.plans.filter(plan => plan.slug !== slug) };
  const converted = convert(source, others, { agency: options.agency, name }, { findings, note });
  const folder = options.out ?? join(settings.contentDir, "plans", converted.agency ?? UNKNOWN_AGENCY);
  const target = join(folder, `${slug}.md`);
  // In the content folder a report would be an unknown file.
  const reportFolder = isWithin(folder, settings.contentDir)
    ? join(settings.contentDir, "../_import")
    : folder;
  progress(`Nhận ra ${converted.report.counts.tasks} nhiệm vụ; kiểm tra và ghi…`);
  const { plan, problems } = checkPlan(converted.markdown, target, site);
  const issuer = site.agencies.byId.get(converted.agency ?? "");
  const agencies = issuer
    ? draftAgencies(converted.unknown, issuer, site.agencies, plan?.number ? `Kế hoạch ${plan.number}` : "")
    : [];
  const report = formatReport({
    ...converted.report,
    source: basename(file),
    target,
    problems,
    rows: {
      "agencies.csv": linesFor(textOf(sources, "agencies.csv"), agencies),
      "documents.csv": linesFor(textOf(sources, "documents.csv"), converted.documents),
    },
  });
  const before = await readFile(target, "utf8").catch(() => undefined);
  if (before !== undefined && before !== converted.markdown && !options.force)
    throw new ToldFailure(
      `“${target}” đã có và khác bản vừa nhập, nên được giữ nguyên; thêm --out để ghi ra thư mục khác, hoặc --force để ghi đè`,
    );
  await writeWhole(target, converted.markdown);
  await writeWhole(join(reportFolder, `${slug}.bao-cao.txt`), report);
  return report;
}

/** Rows as lines of a table; a table that is not there yet begins with the names of its columns. */
function linesFor(table: string, rows: readonly Readonly<Record<string, string>>[]): string[] {
  const { columns, delimiter } = cutTable(table);
  if (columns.length > 0) return rows.map(row => formatRow(columns, row, delimiter));
  const names = Object.keys(rows[0] ?? {});
  return rows.length === 0 ? [] : [names.join(","), ...rows.map(row => formatRow(names, row, ","))];
}

/** The text of a table of data/; empty when there is none. */
function textOf({ data }: Sources, name: string): string {
  return data.find(file => file.name === name)?.text ?? "";
}

/** A file that can be read to its end: no folder, and nothing that the system only shows as a file. */
async function findFile(path: string): Promise<Stats> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return found;
  if (found?.isDirectory()) throw new ToldFailure(`“${path}” là thư mục; nhập từng tệp một`);
  throw new ToldFailure(`không đọc được tệp “${path}”; xem lại đường dẫn`);
}

async function importResults(
  source: Parameters<typeof readResults>[0],
  { site, problems: before, sources }: { site: Site; problems: readonly Problem[]; sources: Sources },
  { index, year, file, agency }: Options,
  settings: Settings,
  { findings, note }: { findings: readonly Finding[]; note: Note },
): Promise<string> {
  if (index === undefined || !site.indices.has(index))
    throw new ToldFailure(
      `không có chỉ số “${index ?? ""}”; ${suggest(index ?? "", site.indices.keys(), `thêm tệp data/indices/${index ?? "<chỉ số>"}.yaml; các chỉ số: ${[...site.indices.keys()].join(", ")}`)}`,
    );
  if (year === undefined || !/^(19|20)\d{2}$/.test(year))
    throw new ToldFailure("thiếu năm của kết quả; thêm --year 2023");
  const results = readResults(source, site, { index, year: Number(year), within: agency }, note);
  const remarks = findings
    .filter(({ kind }) => kind !== "dropped")
    .map(({ line, message }) => `dòng ${line}: ${message}`);
  if (results.length === 0)
    throw new ToldFailure(
      [
        ...remarks,
        `tệp “${basename(file)}” không có bảng kết quả; bảng cần cột cơ quan và cột điểm hoặc hạng`,
      ].join("\n"),
    );
  const name = `results/${index}.csv`;
  const path = posix.join(settings.dataDir, name);
  // A table that nobody can read would be begun anew, and its results be lost.
  const unread = sources.problems.find(({ file }) => file === path);
  if (unread) throw new ToldFailure(formatProblem(unread));
  const table = textOf(sources, name);
  const { diff, oldSources, lost, text } = mergeResults(table, results, site.indices.get(index)?.unit);
  if (lost.length > 0)
    throw new ToldFailure(`${path} không có cột ${lost.join(", ")}; thêm vào dòng đầu rồi nhập lại`);
  const head = [`${results.length} kết quả ${index} năm ${year} trong ${basename(file)}`, ...diff];
  if (oldSources > 0)
    remarks.push(
      `${oldSources} kết quả đổi số nhưng vẫn ghi nguồn cũ; số lấy từ nơi khác thì thêm cột Nguồn rồi nhập lại`,
    );
  const isCovered = site.indices
    .get(index)
    ?.covers?.some(({ years: [from, to] }) => from <= Number(year) && Number(year) <= to);
  const bare = results.filter(({ rank, rank_of: of }) => rank !== undefined && of === undefined).length;
  if (bare > 0 && !isCovered)
    remarks.push(
      `${bare} thứ hạng không rõ trên bao nhiêu đơn vị; thêm cột rank_of, hoặc số đơn vị của năm ${year} vào covers của indices/${index}.yaml`,
    );
  if (diff.length === 0) return `${[...head, "Không có gì thay đổi."].join("\n")}\n`;
  // The table is checked together with the whole site before it takes the place of the old one.
  const data = [...sources.data.filter(known => known.name !== name), { path, name, text }];
  const old = new Set(before.map(formatProblem));
  // A name that nobody has was told with its line in the file that is imported.
  const unknown = findings
    .filter(({ kind }) => kind === "unresolved")
    .map(({ message }) => /“[^”]*”/.exec(message)?.[0] ?? "");
  const problems = parseSite({ ...sources, data }, settings.asOf)
    .problems.map(formatProblem)
    .filter(text => !old.has(text) && !unknown.some(name => text.includes(name)));
  const count = problems.length + unknown.length;
  if (count > 0)
    throw new ToldFailure(
      [...head, ...remarks, ...problems, `${count} lỗi; ${path} được giữ nguyên`].join("\n"),
    );
  await rewriteTable(path, text);
  return `${[...head, ...remarks, `Đã ghi ${diff.length} thay đổi vào ${path}`].join("\n")}\n`;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
    });
    const empty = Object.entries(values).find(([, value]) => value === "")?.[0];
    if (empty !== undefined) throw new ToldFailure(`--${empty} thiếu giá trị; cách dùng:\n${USAGE}`);
    const [file, ...more] = positionals;
    if (file === undefined) throw new ToldFailure(`thiếu tệp cần nhập; cách dùng:\n${USAGE}`);
    if (more.length > 0)
      throw new ToldFailure(
        `mỗi lần nhập một tệp, thừa “${more.join("”, “")}”; đặt tên tệp có dấu cách trong ngoặc kép "…"`,
      );
    return { file, ...values };
  } catch (error) {
    if (error instanceof ToldFailure) throw error;
    const said = error instanceof Error ? error.message : "";
    const option = /--[\w-]+/.exec(said)?.[0] ?? "có lựa chọn";
    const wrong = /does not take/.test(said) ? "không nhận giá trị" : "thiếu giá trị";
    throw new ToldFailure(`${option} ${wrong}; cách dùng:\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const report = await importFile(readOptions(process.argv.slice(2)), settings, message =>
    console.error(message),
  );
  process.stdout.write(report);
}

const HELP = {
  usage: USAGE,
  options: Object.keys(OPTIONS).map(name => `--${name}`),
  takesWords: true,
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
