import { existsSync, type Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname, isAbsolute, join, relative } from "node:path";
import { parseArgs } from "node:util";
import slugify from "@sindresorhus/slugify";
import { checkContent } from "./check.ts";
import { isStarted, runCommand } from "./command.ts";
import type { Finding, Note } from "./import/blocks.ts";
import { checkPlan, convert } from "./import/convert.ts";
import { mergeResults } from "./import/merge-results.ts";
import { readBounded } from "./import/read-bounded.ts";
import { formatReport } from "./import/report.ts";
import { readResults } from "./import/results.ts";
import { decodeText, loadSources } from "./load.ts";
import { formatProblem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import { parseSite } from "./model/site-sources.ts";
import { suggest } from "./model/vietnamese.ts";
import { readSettings, type Settings } from "./settings.ts";
import { writeWhole } from "./write.ts";

const USAGE = `  npm run import -- TỆP [--agency MÃ] [--out THƯ-MỤC] [--force]    kế hoạch từ .docx, .xlsx, .csv, .tsv, .html, .txt
  npm run import -- TỆP --index par-index --year 2023 [--agency MÃ]  kết quả từ .xlsx hoặc .csv vào data/results`;

/** An editor's mistake: one sentence, no stack. */
export class Refused extends Error {}

interface Options {
  readonly file: string;
  readonly agency?: string | undefined;
  readonly out?: string | undefined;
  readonly index?: string | undefined;
  readonly year?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Says on standard error how far a long import is; short ones say nothing. */
type Progress = (message: string) => void;

/**
 * Imports one file and returns what to print.
 * @throws Refused with one Vietnamese sentence when nothing was written
 */
export async function importFile(options: Options, settings: Settings, progress: Progress): Promise<string> {
  const { file } = options;
  const { size } = await findFile(file);
  const findings: Finding[] = [];
  const note: Note = (kind, line, message) => findings.push({ kind, line, message });
  progress(`Đọc ${basename(file)} (${Math.ceil(size / 1024)} kB)…`);
  const source = await readBounded(file, note);
  if ("refused" in source) throw new Refused(source.refused);
  const rows = source.blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.rows.length : 1),
    0,
  );
  progress(`${rows} dòng và đoạn; đối chiếu với dữ liệu của trang…`);
  const { site } = await checkContent(settings);
  if (options.agency !== undefined && !site.agencies.byId.has(options.agency))
    throw new Refused(
      `không có cơ quan mang mã “${options.agency}”; ${suggest(options.agency, site.agencies.byId.keys(), "xem cột id trong agencies.csv, hoặc thêm cơ quan bằng npm run new -- agency")}`,
    );
  if (options.index !== undefined || options.year !== undefined)
    return importResults(source, site, options, settings, { findings, note });

  const name = basename(file, extname(file));
  const slug = slugify(name.normalize("NFC")) || "ke-hoach";
  const others = { ...site, plans: site.plans.filter(plan => plan.slug !== slug) };
  const converted = convert(source, others, { agency: options.agency, name }, { findings, note });
  const folder = options.out ?? join(settings.contentDir, "plans", converted.agency ?? "chua-ro");
  const target = join(folder, `${slug}.md`);
  const reportFolder = isInside(settings.contentDir, folder)
    ? join(settings.contentDir, "../_import")
    : folder;
  progress(`Nhận ra ${converted.report.counts.tasks} nhiệm vụ; kiểm tra và ghi…`);
  const { problems } = checkPlan(converted.markdown, target, site);
  const report = formatReport({ ...converted.report, source: basename(file), target, problems });
  const before = await readFile(target, "utf8").catch(() => undefined);
  if (before !== undefined && before !== converted.markdown && !options.force)
    throw new Refused(
      `“${target}” đã có và khác bản vừa nhập, nên được giữ nguyên; thêm --out để ghi ra thư mục khác, hoặc --force để ghi đè`,
    );
  await writeWhole(target, converted.markdown);
  await writeWhole(join(reportFolder, `${slug}.bao-cao.txt`), report);
  return report;
}

/** A file that can be read to its end: no folder, and nothing that the system only shows as a file. */
async function findFile(path: string): Promise<Stats> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return found;
  if (found?.isDirectory()) throw new Refused(`“${path}” là thư mục; nhập từng tệp một`);
  throw new Refused(`không đọc được tệp “${path}”; xem lại đường dẫn`);
}

/** Whether a path lies in the content folder, where a report would be an unknown file. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
}

async function importResults(
  source: Parameters<typeof readResults>[0],
  site: Site,
  { index, year, file, agency }: Options,
  settings: Settings,
  { findings, note }: { findings: readonly Finding[]; note: Note },
): Promise<string> {
  if (index === undefined || !site.indices.has(index))
    throw new Refused(
      `không có chỉ số “${index ?? ""}”; ${suggest(index ?? "", site.indices.keys(), `thêm tệp data/indices/${index ?? "<chỉ số>"}.yaml; các chỉ số: ${[...site.indices.keys()].join(", ")}`)}`,
    );
  if (year === undefined || !/^(19|20)\d{2}$/.test(year))
    throw new Refused("thiếu năm của kết quả; thêm --year 2023");
  const results = readResults(source, site, { index, year: Number(year), within: agency }, note);
  if (results.length === 0)
    throw new Refused(
      `tệp “${basename(file)}” không có bảng kết quả; bảng cần cột cơ quan và cột điểm hoặc hạng`,
    );
  const path = join(settings.dataDir, "results", `${index}.csv`);
  const before = existsSync(path) ? (decodeText(await readFile(path)) ?? "") : "";
  const { diff, oldSources, lost, text } = mergeResults(before, results);
  if (lost.length > 0)
    throw new Refused(`${path} không có cột ${lost.join(", ")}; thêm vào dòng đầu rồi nhập lại`);
  const head = [`${results.length} kết quả ${index} năm ${year} trong ${basename(file)}`, ...diff];
  const remarks = findings
    .filter(({ kind }) => kind !== "dropped")
    .map(({ line, message }) => `dòng ${line}: ${message}`);
  if (oldSources > 0)
    remarks.push(
      `${oldSources} kết quả đổi số nhưng vẫn ghi nguồn cũ; số lấy từ nơi khác thì thêm cột Nguồn rồi nhập lại`,
    );
  if (diff.length === 0) return `${[...head, "Không có gì thay đổi."].join("\n")}\n`;
  // The table is checked together with the whole site before it takes the place of the old one.
  const sources = await loadSources(settings);
  const name = `results/${index}.csv`;
  const data = [...sources.data.filter(known => known.name !== name), { path, name, text }];
  const old = new Set(parseSite(sources, settings.asOf).problems.map(formatProblem));
  // A name that nobody has was told with its line in the file that is imported.
  const unknown = findings
    .filter(({ kind }) => kind === "unresolved")
    .map(({ message }) => /“[^”]*”/.exec(message)?.[0] ?? "");
  const problems = parseSite({ ...sources, data }, settings.asOf)
    .problems.map(formatProblem)
    .filter(text => !old.has(text) && !unknown.some(name => text.includes(name)));
  const count = problems.length + unknown.length;
  if (count > 0)
    throw new Refused([...head, ...remarks, ...problems, `${count} lỗi; ${path} được giữ nguyên`].join("\n"));
  await writeWhole(path, text);
  return `${[...head, ...remarks, `Đã ghi ${diff.length} thay đổi vào ${path}`].join("\n")}\n`;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        agency: { type: "string" },
        out: { type: "string" },
        index: { type: "string" },
        year: { type: "string" },
        force: { type: "boolean" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined) throw new Refused(`thiếu tệp cần nhập; cách dùng:\n${USAGE}`);
    if (more.length > 0)
      throw new Refused(
        `mỗi lần nhập một tệp, thừa “${more.join("”, “")}”; đặt tên tệp có dấu cách trong ngoặc kép "…"`,
      );
    return { file, ...values };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const option = /--[\w-]+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "có lựa chọn";
    throw new Refused(`${option} thiếu giá trị; cách dùng:\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  try {
    const settings = readSettings(process.env, new Date());
    const report = await importFile(readOptions(process.argv.slice(2)), settings, message =>
      console.error(message),
    );
    process.stdout.write(report);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const HELP = { usage: USAGE, options: ["--agency", "--out", "--index", "--year", "--force"] };

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
