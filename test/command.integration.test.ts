import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runTold } from "../scripts/command.ts";
import { loadSources } from "../scripts/load.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { runScript } from "./support/run.ts";

const folder = await mkdtemp(join(tmpdir(), "minh-bach-lenh-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("every command says in Vietnamese what it does, and reads and writes nothing for that", () => {
  test("npm run check -- --help", async () => {
    const nowhere = { CONTENT_DIR: join(folder, "khong-co"), DATA_DIR: join(folder, "khong-co") };
    const { code, stdout, stderr } = await runScript("scripts/check.ts", nowhere, ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Cách dùng:\n {2}npm run check /);
  });

  test("also from a folder that is a link to the project's", async () => {
    const link = join(folder, "lien-ket");
    await symlink(process.cwd(), link);
    const { stdout } = await runScript(join(link, "scripts/check.ts"), {}, ["--help"]);
    expect(stdout).toMatch(/^Cách dùng:/);
  });

  test("so do all others, alike", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
    const files = Object.values<string>(scripts).flatMap(line => /tsx (scripts\/\S+)/.exec(line)?.[1] ?? []);
    expect(files).toContain("scripts/check.ts");
    for (const file of files)
      expect(await readFile(file, "utf8"), file).toMatch(/await runCommand\(HELP, main\);\n$/);
  });

  test("the README names those that have no help of their own: they hand over to other programs", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
    const others = Object.entries<string>(scripts).flatMap(([name, line]) =>
      name.startsWith("pre") || /tsx (scripts|test\/bench)\/|^npm run \S+ --/.test(line) ? [] : name,
    );
    const readme = await readFile("README.md", "utf8");
    const [, named = ""] = /`-- --help` .*; (.*) have none\./.exec(readme) ?? [];
    expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(others.sort());
  });
});

describe("an editor's mistake at the command line is one Vietnamese sentence, and ends with 1", () => {
  test.each([
    ["check", ["--jsn"], {}, "không có lựa chọn --jsn; có phải ý bạn là “--json”?"],
    ["check", ["ke-hoach.md"], {}, "không nhận “ke-hoach.md”; gõ npm run check"],
    ["harvest", ["so-noi-vu"], {}, "lệnh này không nhận “so-noi-vu”; gõ npm run harvest"],
    ["build", ["content"], {}, "lệnh này không nhận “content”; gõ npm run build"],
    ["import", ["a.docx", "--force=yes"], {}, "--force không nhận giá trị; cách dùng:"],
    [
      "new",
      ["page", "--title", "A", "--slug", "a".repeat(300)],
      {},
      "tên tệp hoặc thư mục quá dài: “test/fixtures/good/content/pages/",
    ],
    ["import", ["a.docx", "--out", ""], {}, "--out thiếu giá trị; cách dùng:"],
    ["import", ["LICENSE"], {}, "tệp “LICENSE” không có đuôi; các đuôi nhập được: .docx"],
    [
      "import",
      ["test/fixtures/good/data/agencies.csv"],
      { DATA_DIR: "/khong-co" },
      "/khong-co:1:1: không có thư mục",
    ],
    ["import", ["test"], {}, "“test” là thư mục; nhập từng tệp một"],
    ["import", ["a.docx", "--agency"], {}, "--agency thiếu giá trị; cách dùng:"],
    [
      "new",
      ["update", "--plan", "vi-du-2032", "--as_of", "31/6/2023"],
      {},
      "có phải ý bạn là “vi-du-2023”?\n--as_of: ngày “31/6/2023” không có trong lịch",
    ],
    ["import", ["a.docx", "--agncy", "x"], {}, "không có lựa chọn --agncy; có phải ý bạn là “--agency”?"],
    ["serve", [], { OUTPUT_DIR: join(folder, "chua-dung") }, "chưa có trang đã dựng trong "],
    ["search", [], { OUTPUT_DIR: join(folder, "chua-dung") }, "chưa có trang đã dựng trong "],
    [
      "serve",
      [],
      { PORT: "tám nghìn" },
      "PORT:1:1: “tám nghìn” không phải số cổng; đặt số từ 1 đến 65535, ví dụ: PORT=8081",
    ],
    ["pdf", [], { OUTPUT_DIR: join(folder, "chua-dung") }, "để in; chạy npm run build trước"],
    ["release", ["--pdf", "--diff"], {}, "--pdf không nhận thêm “--diff”. Dùng: npm run release, "],
    ["release", ["--back", "a", "b"], {}, "--back không nhận thêm “b”. Dùng: "],
    ["release", ["--diff"], {}, "--diff thiếu tên bản phát hành. Dùng: "],
    ["release", ["--bakc", "a"], {}, "Không có lựa chọn “--bakc”. Dùng: "],
    [
      "import",
      ["test/fixtures/good/data/agencies.csv", "--out", "package.json"],
      {},
      "chỗ cần ghi đã có một tệp khác: “package.json”",
    ],
    [
      "import",
      ["test/fixtures/good/data/agencies.csv", "--out", "/proc/khong-co/x"],
      {},
      "không tạo được thư mục “/proc/khong-co”; xem lại ổ đĩa và quyền ghi",
    ],
    ["release", [], { RELEASE_DIR: "/proc/khong-co" }, "không tạo được thư mục “/proc/khong-co”"],
    ["harvest", [], { HARVEST_DIR: "/proc/khong-co" }, "không tạo được thư mục “/proc/khong-co”"],
  ])("%s %j", async (name, args, env, sentence) => {
    const good = { CONTENT_DIR: "test/fixtures/good/content", DATA_DIR: "test/fixtures/good/data" };
    const { code, stderr } = await runScript(
      `scripts/${name}.ts`,
      { ...good, AS_OF: "2023-08-31", ...env },
      args,
    );
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test.each([
  [
    "a folder that cannot be made is not said to be missing",
    { code: "ENOENT", syscall: "mkdir", path: "/chi-doc/a" },
    "không tạo được thư mục “/chi-doc/a”; xem lại ổ đĩa và quyền ghi",
  ],
  [
    "of a copy, the disk that is full is the one that it goes to",
    { code: "ENOSPC", syscall: "copyfile", path: "/dem/a.js", dest: "/phat-hanh/a.js" },
    "ổ đĩa đã đầy, không ghi được “/phat-hanh/a.js”",
  ],
])("%s", async (_, refused, sentence) => {
  const error = Object.assign(new Error(refused.syscall), refused);
  const said: string[] = [];
  const listeners = process.listeners("unhandledRejection");
  await runTold(
    () => Promise.reject(error),
    sentence => {
      said.push(sentence);
    },
  );
  for (const listener of process.listeners("unhandledRejection"))
    if (!listeners.includes(listener)) process.off("unhandledRejection", listener);
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  expect(said).toEqual([sentence]);
});

test("links, endings in capitals and files of another encoding are reported rather than left out", async () => {
  const copy = join(folder, "kho");
  await cp("test/fixtures/good", copy, { recursive: true });
  const pages = join(copy, "content/pages");
  await symlink(join(copy, "content/pages/gioi-thieu.md"), join(pages, "lien-ket.md"));
  await writeFile(join(pages, "HOI-DAP.MD"), "---\ntitle: Hỏi đáp\n---\n");
  await writeFile(join(pages, "CHU-HAI-BYTE.md"), Buffer.from("---\ntitle: A\n---\n", "utf16le"));
  await writeFile(join(pages, "so-khong.md"), "---\ntitle: A\n---\nLời\0 văn.\n");
  const versions = "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> nhanh\n";
  await writeFile(join(pages, "hai-ban.md"), `---\n${versions}---\nLời.\n`);
  await writeFile(join(pages, "mat-chu.md"), "---\ntitle: A\n---\nLời v\uFFFDn.\n");
  const { problems } = await loadSources({ contentDir: join(copy, "content"), dataDir: join(copy, "data") });
  expect(problems.map(problem => formatProblem(problem).slice(pages.length + 1))).toEqual([
    "CHU-HAI-BYTE.md:1:2: tệp không phải UTF-8, từ chỗ này; mở bằng phần mềm đã ghi tệp và lưu lại bằng Notepad, mã hóa UTF-8; chữ TCVN3 (.VnTime), VNI thì chuyển sang Unicode trước",
    "HOI-DAP.MD:1:1: tệp không thuộc định dạng của thư mục này; đổi đuôi tệp thành chữ thường, như .md, .csv",
    "hai-ban.md:2:1: hai người sửa cùng một chỗ, và Git để lại cả hai bản ở đây; giữ bản đúng, rồi xóa các dòng <<<<<<<, =======, >>>>>>>",
    "lien-ket.md:1:1: liên kết tới tệp hay thư mục ở nơi khác không được đọc; chép chính tệp đó vào đây",
    "mat-chu.md:4:6: ký tự � ở chỗ này thay cho một chữ đã mất khi chuyển mã; gõ lại chữ ấy theo bản gốc, hoặc lấy lại tệp từ trước khi chuyển",
    "so-khong.md:4:4: ở chỗ này có ký tự rỗng (NUL), mắt không thấy; xóa cả chữ ở chỗ này rồi gõ lại, hoặc chép nội dung sang một tệp mới",
  ]);
});

test("files that a system hides beside the others are left out: nobody sees them to delete them", async () => {
  const copy = join(folder, "an");
  await cp("test/fixtures/good", copy, { recursive: true });
  for (const name of [".DS_Store", "Thumbs.db", "desktop.ini", "~$nhap.md"])
    await writeFile(join(copy, "content/pages", name), "\0");
  const { problems } = await loadSources({ contentDir: join(copy, "content"), dataDir: join(copy, "data") });
  expect(problems.map(formatProblem)).toEqual([]);
});

test("a pipe is reported rather than waited for", async () => {
  const copy = join(folder, "ong");
  await cp("test/fixtures/good", copy, { recursive: true });
  const pipe = join(copy, "content/pages/ong.md");
  execFileSync("mkfifo", [pipe]);
  const { problems } = await loadSources({ contentDir: join(copy, "content"), dataDir: join(copy, "data") });
  expect(problems.map(formatProblem)).toEqual([
    `${pipe}:1:1: đây là đường ống hoặc thiết bị, không phải tệp; xóa khỏi thư mục này`,
  ]);
});

test("the name of a file gives no terminal and no machine that reads the lines a command", async () => {
  const copy = join(folder, "ten");
  await cp("test/fixtures/good", copy, { recursive: true });
  const names = ["a\n::error::xong.md", "a\u001b[2J.md", "a\u202edm.md"];
  for (const name of names) await writeFile(join(copy, "content/pages", name), "---\ntitle: A\n---\n");
  const env = { CONTENT_DIR: join(copy, "content"), DATA_DIR: join(copy, "data") };
  const { stdout, stderr } = await runScript("scripts/check.ts", env, ["--github"]);
  const lines = (stdout + stderr).split("\n");
  expect(lines.filter(line => line.startsWith("::error")).length).toBe(names.length);
  expect(lines).not.toContainEqual(expect.stringMatching(/^::error::|[\p{Cc}\p{Cf}]/u));
  expect(stderr).toContain("a\\u{a}::error::xong.md:1:1");
});
