import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const PLACES = ["/usr/bin/soffice", "/usr/bin/libreoffice"];

/** LibreOffice for tests: LIBREOFFICE_PATH, or where Linux distributions put it; undefined when there is none. */
export function findLibreOffice(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const places = env.LIBREOFFICE_PATH ? [env.LIBREOFFICE_PATH] : PLACES;
  return places.find(place => existsSync(place));
}

/** How a person's LibreOffice takes a CSV: UTF-8, a separator, and the country whose decimal mark it expects. */
export interface Opening {
  readonly separator: string;
  /** Microsoft's number of a language: 1066 Vietnamese, 1033 English (United States). */
  readonly language: number;
}

/** Opens CSVs and saves them as .xlsx into a folder, with a profile of its own in that folder. */
export async function openCsvs(
  files: readonly string[],
  folder: string,
  { separator, language }: Opening,
): Promise<void> {
  const program = findLibreOffice();
  if (program === undefined) throw new Error(MISSING);
  await promisify(execFile)(program, [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    "--headless",
    // Separator, quotation mark, UTF-8, first line, no column types, language, quoted cells are text, numbers are found.
    `--infilter=CSV:${separator.charCodeAt(0)},34,76,1,,${language},true,true`,
    "--convert-to",
    "xlsx",
    "--outdir",
    folder,
    ...files,
  ]);
}

const MISSING =
  "Không có LibreOffice: phép thử mở CSV bị bỏ qua. Cài bằng “sudo apt-get install -y libreoffice-calc-nogui”, hoặc đặt LIBREOFFICE_PATH.";

/** Installs Debian's package; only root can. A machine without it skips the one test that needs it, and says so. */
function main(): void {
  if (findLibreOffice() !== undefined) return;
  if (!process.env.LIBREOFFICE_PATH && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...words: string[]) => spawnSync("apt-get", words, { stdio: "inherit", env: environment });
    run("update");
    run("install", "-y", "--no-install-recommends", "libreoffice-calc-nogui");
  }
  if (findLibreOffice() === undefined) console.log(MISSING);
}

if (import.meta.filename === process.argv[1]) main();
