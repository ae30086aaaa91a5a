import { existsSync } from "node:fs";
import { appendFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { checkContent } from "../scripts/check.ts";
import { readBounded } from "../scripts/import/read-bounded.ts";
import { readDocument } from "../scripts/import/read-file.ts";
import { readSettings } from "../scripts/settings.ts";
import { place } from "./support/import-command.ts";

const STACK = /^\s+at .+:\d+:\d+\)?$/m;
const PLAN = "KẾ HOẠCH\nVí dụ năm 2023\n\nTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tViệc\tSở Nội vụ\tQuý I/2023\n";

describe("npm run import", () => {
  test("writes the plan and the report, prints the report, and says on stderr how far it is", async () => {
    const { out, run } = await place("Kế hoạch số 5.txt", PLAN);
    const { code, stdout, stderr } = await run("--agency", "ubnd-vi-du", "--out", out);
    expect({ code, lines: stderr.trim().split("\n") }).toMatchObject({
      code: 0,
      lines: [
        "Đọc Kế hoạch số 5.txt (1 kB)…",
        "4 dòng và đoạn; đối chiếu với dữ liệu của trang…",
        "Nhận ra 1 nhiệm vụ; kiểm tra và ghi…",
      ],
    });
    expect((await readdir(out)).sort()).toEqual(["ke-hoach-so-5.bao-cao.txt", "ke-hoach-so-5.md"]);
    expect(await readFile(join(out, "ke-hoach-so-5.bao-cao.txt"), "utf8")).toBe(stdout);
    expect(stdout).toContain("Kiểm tra kế hoạch vừa ghi: không có lỗi");
  });

  test("without --out the plan stands among the plans of its agency, the report apart, and the site checks", async () => {
    const { root, env, importHere } = await place("ke-hoach-moi.txt", PLAN);
    await importHere({ agency: "ubnd-vi-du" });
    expect(existsSync(join(root, "trang/content/plans/ubnd-vi-du/ke-hoach-moi.md"))).toBe(true);
    expect(await readdir(join(root, "trang/_import"))).toEqual(["ke-hoach-moi.bao-cao.txt"]);
    const { site, problems } = await checkContent(readSettings(env, new Date()));
    expect(problems).toEqual([]);
    expect(site.planBySlug.get("ke-hoach-moi")?.tasks).toHaveLength(1);
  });

  test("a paragraph that begins like a label stays prose, and the plan checks", async () => {
    const prose = "I. TỔ CHỨC\n\nCác sở báo cáo theo quý.\n\nChủ trì: Sở Nội vụ theo dõi chung.\n\n";
    const { out, importHere } = await place("to-chuc.txt", PLAN.replace("TT\t", `${prose}TT\t`));
    const report = await importHere({ agency: "ubnd-vi-du", out });
    expect(await readFile(join(out, "to-chuc.md"), "utf8")).toContain(
      "\nChủ trì&#58; Sở Nội vụ theo dõi chung.\n",
    );
    expect(report).toContain("Kiểm tra kế hoạch vừa ghi: không có lỗi");
  });

  test("agencies that cannot be read are told, and not taken for agencies that are missing", async () => {
    const { root, out, importHere } = await place("ke-hoach-moi.txt", PLAN);
    const path = join(root, "trang/data/agencies.csv");
    const table = await readFile(path, "utf8");
    await writeFile(path, table.replace(",name,", ",ten,"));
    expect(await importHere({ agency: "ubnd-vi-du", out })).toBe(
      `${path}:1:4: cột “ten” không có trong định dạng; có phải ý bạn là “name”?\nSửa bảng cơ quan trước rồi nhập lại; chưa ghi gì.`,
    );
    expect(existsSync(out)).toBe(false);
  });

  test("rows are drafted for agencies that nobody has; pasted as they are, they make the plan right", async () => {
    const more =
      "2\tViệc khác\tSở Y tế; Các sở y\tQuý II/2023\n3\tViệc nữa\tSở Y tế, Bộ Công an; Sở Nọi vụ\tQuý II/2023\n";
    const { root, out, importHere } = await place("ke-hoach.txt", `${PLAN}${more}`);
    const asked = { agency: "ubnd-vi-du", out };
    const report = await importHere(asked);
    const rows = /(?<=^Dòng cho agencies\.csv.*\n)(?:.+\n)+/m.exec(report)?.[0] ?? "";
    // A name that is nearly one of the site is a slip, and no other agency.
    expect(rows.trim().split("\n")).toEqual([
      "so-y-te-vi-du,Sở Y tế,,agency,province,ubnd-vi-du,,,,,",
      "cac-so-y-vi-du,Các sở y,,group,province,ubnd-vi-du,,,,,",
      "bo-cong-an,Bộ Công an,,agency,central,,,,,,",
    ]);
    await appendFile(join(root, "trang/data/agencies.csv"), rows);
    const again = await importHere({ ...asked, force: true });
    expect(again).not.toContain("Dòng cho agencies.csv");
    expect(again.match(/không có cơ quan tên “[^”]+”/g)).toEqual(
      Array(2).fill("không có cơ quan tên “Sở Nọi vụ”"),
    );
  });

  test("rows are drafted for documents that nobody has; once they are pasted the plan names them", async () => {
    const basis = `Căn cứ Quyết định số 5/QĐ-UBND ngày 10 tháng 11 năm 2022 của Ủy ban nhân dân tỉnh Ví Dụ phê duyệt Đề án A, B và Nghị quyết số 76/NQ-CP ngày 15/7/2021 về cải cách;
Thực hiện Quyết định số 7/QĐ-TTg, Sở Nội vụ xây dựng Kế hoạch như sau:
`;
    const { root, out, importHere } = await place(
      "ke-hoach.txt",
      PLAN.replace("\nTT\t", `\n${basis}I. NHIỆM VỤ\nTT\t`),
    );
    const table = join(root, "trang/data/documents.csv");
    await rm(table);
    const report = await importHere({ agency: "ubnd-vi-du", out });
    const rows = /(?<=^Dòng cho documents\.csv.*\n)(?:.+\n)+/m.exec(report)?.[0] ?? "";
    expect(rows.trim().split("\n")).toEqual([
      "id,number,kind,date,issuer,title",
      '5-qd-ubnd-2022,5/QĐ-UBND,Quyết định,2022-11-10,ubnd-vi-du,"Phê duyệt Đề án A, B"',
      "76-nq-cp-2021,76/NQ-CP,Nghị quyết,2021-07-15,,Cải cách",
      "7-qd-ttg,7/QĐ-TTg,Quyết định,,,",
    ]);
    await writeFile(table, rows);
    const again = await importHere({ agency: "ubnd-vi-du", out, force: true });
    expect(again).not.toContain("documents.csv");
    expect(again).toContain("Kiểm tra kế hoạch vừa ghi: không có lỗi");
    expect(await readFile(join(out, "ke-hoach.md"), "utf8")).toContain(
      "legal_basis:\n  - 5-qd-ubnd-2022\n  - 76-nq-cp-2021\n  - 7-qd-ttg\n",
    );
  });

  test("a file without a table of tasks says what the table needs", async () => {
    const { out, importHere } = await place("loi-van.txt", "KẾ HOẠCH\nVí dụ năm 2023\n\nLời văn.\n");
    expect(await importHere({ agency: "ubnd-vi-du", out })).toContain(
      "không nhận ra nhiệm vụ nào; bảng nhiệm vụ cần",
    );
  });

  test("a second run gives the same bytes; an edited file is kept unless asked otherwise", async () => {
    const { out, importHere } = await place("ke-hoach.txt", PLAN);
    const asked = { agency: "ubnd-vi-du", out };
    const file = join(out, "ke-hoach.md");
    const report = await importHere(asked);
    const first = await readFile(file, "utf8");
    expect(await importHere(asked)).toBe(report);
    expect(await readFile(file, "utf8")).toBe(first);
    await writeFile(file, `${first}\nSửa tay.\n`);
    expect(await importHere(asked)).toContain("đã có và khác bản vừa nhập, nên được giữ nguyên");
    expect(await readFile(file, "utf8")).toBe(`${first}\nSửa tay.\n`);
    expect(await importHere({ ...asked, force: true })).toBe(report);
    expect(await readFile(file, "utf8")).toBe(first);
  });

  const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  const locked = Buffer.concat([OLE, Buffer.from("EncryptedPackage", "utf16le")]);
  test.each([
    ["trong.txt", "", "trống"],
    ["toan-cach.txt", "  \n\t\n", "không có chữ nào"],
    ["khoa.docx", locked, "đặt mật khẩu"],
    ["cu.doc", OLE, "đời cũ"],
    ["quet.pdf", "%PDF-1.7\n…", "là PDF"],
    [
      "ke-hoach.odt",
      Buffer.from("PK"),
      "không nhập được tệp đuôi “.odt”; mở ra và lưu lại thành .docx rồi nhập lại",
    ],
    [
      "bang.xlsm",
      Buffer.from("PK"),
      "không nhập được tệp đuôi “.xlsm”; mở ra và lưu lại thành .xlsx rồi nhập lại",
    ],
    ["anh.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "không nhập được tệp đuôi “.png”"],
    ["nhi-phan.txt", new Uint8Array([65, 0, 1, 2, 3, 0, 66]), "nhị phân"],
    ["ma-la.txt", new Uint8Array([0x4b, 0xe9, 0xff, 0xc8]), "không phải chữ UTF-8"],
    ["tcvn3.txt", "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2024 cña Së Néi vô tØnh VÝ Dô", "phông chữ cũ"],
    ["vni.txt", "Keá hoaïch caûi caùch haønh chính naêm 2024 cuûa Sôû Noäi vuï tænh Ví Duï", "phông chữ cũ"],
    [
      "mat-dau.csv",
      "Nhi?m v?;Th?i h?n;Co quan ch? trì\nKi?m tra;Quý II;S? N?i v?\n",
      "(“Nhi?m Th?i h?n Ki?m”)",
    ],
    ["chu.docx", "chỉ là chữ", "bên trong không phải"],
    ["hong.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), "bị hỏng"],
    ["lon.txt", new Uint8Array(50 * 1024 * 1024).fill(65), "nặng 50 MB"],
  ])("%s is refused in one sentence", async (name, content, sentence) => {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    const read = await readDocument(bytes, name, () => {});
    expect(read).toEqual({ refused: expect.stringContaining(sentence) });
    expect(read).toEqual({ refused: expect.not.stringContaining("\n") });
  });

  describe("a small file that unpacks to more than a machine can hold", () => {
    /** A workbook of three rows, with something behind them. */
    async function workbook(behind: string): Promise<string> {
      const book = new ExcelJS.Workbook();
      for (const text of ["TT", "1", "2"]) book.addWorksheet(text).addRow([text, "Việc"]);
      const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
      const sheet = "xl/worksheets/sheet1.xml";
      const xml = strFromU8(files[sheet] ?? new Uint8Array());
      files[sheet] = strToU8(xml.replace("</sheetData>", end => end + behind));
      return (await place("bom.xlsx", zipSync(files))).path;
    }
    const CELLS = "A1:XFD1048576";

    test("is refused in one sentence when it does not end", async () => {
      const file = await workbook(`<mergeCells count="1"><mergeCell ref="${CELLS}"/></mergeCells>`);
      expect(await readBounded(file, () => {}, 4000)).toEqual({
        refused: expect.stringMatching(/^tệp “bom\.xlsx” quá lớn hoặc .*; chép phần cần nhập/),
      });
    });
    test("and so is one that nobody may read, as Windows says of what Word has open", async () => {
      expect(await readBounded("test/fixtures", () => {})).toEqual({
        refused: "không đọc được tệp “fixtures”; đóng Word, Excel đang mở tệp rồi nhập lại",
      });
    });
    test("is read when it is but a drop-down list for all cells", async () => {
      const file = await workbook(
        `<dataValidations count="1"><dataValidation type="list" sqref="${CELLS}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
      );
      expect(await readBounded(file, () => {})).toMatchObject({ unit: "dòng" });
    });
  });

  describe("text of Windows-1258, whose tones are letters of their own", () => {
    const BYTES = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder("windows-1258").decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    /** As a Windows of Vietnam saves it: ế is ê and a tone behind it. */
    function encode(text: string): Uint8Array {
      const tones = text.normalize("NFD").replace(/\p{L}\p{M}+/gu, letter => {
        const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter)?.[0] ?? "";
        return letter.replace(tone, "").normalize("NFC") + tone;
      });
      return Uint8Array.from(tones, sign => BYTES.get(sign) ?? Number.NaN);
    }

    test("is read, and the report says so", async () => {
      const { out, importHere } = await place("cu.txt", encode(PLAN));
      const report = await importHere({ agency: "ubnd-vi-du", out });
      expect(report).toContain("tệp theo bảng mã Windows-1258, đã chuyển sang Unicode");
      const same = await place("cu.txt", PLAN);
      await same.importHere({ agency: "ubnd-vi-du", out: same.out });
      expect(await readFile(join(out, "cu.md"), "utf8")).toBe(
        await readFile(join(same.out, "cu.md"), "utf8"),
      );
    });

    test.each([
      ["TCVN3", "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2024 cña Së Néi vô tØnh VÝ Dô"],
      ["TCVN3 of a few words", "Néi vô; v¨n ho¸; tÕ; kiÓm tra; ®Ò tµi; tiÒn"],
      ["VNI", "Keá hoaïch caûi caùch haønh chính naêm 2024 cuûa Sôû Noäi vuï tænh Ví Duï"],
      ["Windows-1252", "Où êtes-vous? À côté; città e perché; Übung, naïve; São Tomé; mañana; sì, però"],
      [
        "UTF-8 with a broken byte",
        `${Buffer.from("Kế hoạch của Sở Nội vụ năm", "utf8").toString("latin1")}\xff`,
      ],
      ["too few words to know", `S${"\xf4\xd2"} t`],
    ])("what may be something else is refused: %s", async (_, letters) => {
      expect(await readDocument(Buffer.from(letters, "latin1"), "cu.txt", () => {})).toEqual({
        refused: expect.stringContaining("không phải chữ UTF-8"),
      });
    });
  });

  test("the command then ends with 1, without a trace of the program, and nothing is written", async () => {
    const { out, run } = await place("khoa.docx", locked);
    const { code, stdout, stderr } = await run("--agency", "ubnd-vi-du", "--out", out);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("Đọc khoa.docx (1 kB)…\ntệp “khoa.docx” đặt mật khẩu; bỏ mật khẩu rồi lưu lại\n");
    expect(stderr).not.toMatch(STACK);
    expect(existsSync(out)).toBe(false);
  });

  test("an Excel file that calls itself Word is named as what it is", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("a").addRow(["TT"]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await readDocument(bytes, "bang.docx", () => {})).toEqual({
      refused: expect.stringContaining("mang đuôi .docx nhưng bên trong là .xlsx"),
    });
  });

  test("an unknown agency, an unknown option and a file that is not there are said in words", async () => {
    const { run, out, importHere } = await place("ke-hoach.txt", PLAN);
    expect(await importHere({ agency: "ubnd-vi-di", out })).toContain("có phải ý bạn là “ubnd-vi-du”?");
    expect((await run("--la")).stderr).toContain("không có lựa chọn --la; các lựa chọn: --agency");
    expect(await importHere({ file: "khong-co.docx", out })).toBe(
      "không đọc được tệp “khong-co.docx”; xem lại đường dẫn",
    );
    expect(existsSync(out)).toBe(false);
  });

  test("all of 5,000 rows are imported, and how far the import is is told meanwhile", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i + 1}\tViệc số ${i}\tSở Nội vụ\tQuý I/2023`);
    const { out, run } = await place("lon.tsv", `TT\tNhiệm vụ\tChủ trì\tThời gian\n${rows.join("\n")}\n`);
    const { code, stdout, stderr } = await run("--agency", "ubnd-vi-du", "--out", out);
    expect(code).toBe(0);
    expect(stdout).toContain("5000 nhiệm vụ (5000 có chủ trì, 5000 có thời hạn)");
    expect(stderr).toContain("Nhận ra 5000 nhiệm vụ");
  });
});
