import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  Textbox,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importBytes } from "./support/importing.ts";
import { HEADER, paragraphs, tr, word } from "./support/word.ts";

describe("a Word file", () => {
  test("gives its letterhead, title, tasks, recipients and signature", async () => {
    const { plan, tasks, problems } = await word([
      new Table({
        rows: [
          tr(
            "ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ\nSố: 15/KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nVí Dụ, ngày 06 tháng 3 năm 2023",
          ),
        ],
      }),
      ...paragraphs(
        "KẾ HOẠCH",
        "Nâng cao Chỉ số cải cách hành chính năm 2023",
        "Căn cứ Quyết định số 12/QĐ-BNV ngày 01/02/2023;",
        "I. MỤC ĐÍCH",
        "- Nâng cao chỉ số.",
      ),
      new Table({
        rows: [
          HEADER,
          tr("I", "Chỉ đạo", "", "", "", ""),
          tr("1", "Kiểm tra", "Quý II/2023", "Sở Nội vụ", "Văn phòng UBND tỉnh", "Báo cáo"),
        ],
      }),
      new Table({
        rows: [tr("Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Thị Ví Dụ")],
      }),
    ]);
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({
      title: "Kế hoạch nâng cao Chỉ số cải cách hành chính năm 2023",
      number: "15/KH-UBND",
      issued: "2023-03-06",
      state: "issued",
      legalBasis: ["12-qd-bnv-2023"],
      recipients: ["Bộ Nội vụ", "Lưu: VT"],
      signedBy: "Trần Thị Ví Dụ",
      position: "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH",
    });
    expect(tasks).toEqual(["I.1 | Kiểm tra | so-noi-vu | van-phong | Quý II/2023"]);
  });

  test("tracked changes: what was deleted is out, what was inserted is in", async () => {
    const change = { author: "a", date: "2023-01-01T00:00:00Z" };
    const lead = new Paragraph({
      children: [
        new DeletedTextRun({ text: "Sở Nội vụ", id: 1, ...change }),
        new InsertedTextRun({ text: "Sở Tư pháp", id: 2, ...change }),
      ],
    });
    const { tasks, markdown } = await word([
      new Table({ rows: [HEADER, tr("1", "Kiểm tra", "Quý I/2023", [lead], "", "")] }),
    ]);
    expect(tasks).toEqual(["1 | Kiểm tra | so-tu-phap |  | Quý I/2023"]);
    expect(markdown).not.toContain("Sở Nội vụ");
  });

  test("the text of a text box is not lost", async () => {
    const box = new Textbox({
      children: paragraphs("Lời dặn trong khung chữ."),
      style: { width: "100pt", height: "40pt" },
    });
    const { markdown } = await word([
      ...paragraphs("KẾ HOẠCH", "Ví dụ năm 2023", "I. MỤC ĐÍCH", "Lời văn."),
      box,
    ]);
    expect(markdown).toContain("Lời dặn trong khung chữ.");
  });

  test("nor that of a text box in the new form only, which Word writes without a fallback", async () => {
    const document = new Document({
      sections: [{ children: paragraphs("KẾ HOẠCH", "Ví dụ năm 2023", "I. MỤC ĐÍCH", "CHỖ KHUNG") }],
    });
    const files = unzipSync(await Packer.toBuffer(document));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const box =
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:txbxContent><w:p><w:r><w:t>Lời dặn trong khung mới.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>';
    files["word/document.xml"] = strToU8(xml.replace(/<w:t[^>]*>CHỖ KHUNG<\/w:t>/, box));
    const { markdown } = await importBytes(zipSync(files), "ke-hoach.docx");
    expect(markdown).toContain("Lời dặn trong khung mới.");
  });

  test("a footnote is no part of the last task, and is told", async () => {
    const document = new Document({
      footnotes: { 1: { children: paragraphs("Theo Quyết định số 5/QĐ-UBND.") } },
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun("Căn cứ chương trình"), new FootnoteReferenceRun(1)] }),
            new Table({ rows: [HEADER, tr("1", "Kiểm tra", "Quý II/2023", "Sở Nội vụ", "", "Báo cáo")] }),
          ],
        },
      ],
    });
    const { markdown, findings } = await importBytes(await Packer.toBuffer(document), "ke-hoach.docx");
    expect(markdown).not.toMatch(/Quyết định số 5|↑|\[1\]/);
    expect(findings).toContainEqual({
      kind: "dropped",
      line: 0,
      message: "chú thích “Theo Quyết định số 5/QĐ-UBND.”; thêm lại bằng tay nếu cần",
    });
  });

  /** A file whose paragraph CHỖ NÀY has other runs, with more parts. */
  async function changed(runs: string, parts: Readonly<Record<string, string>> = {}) {
    const document = new Document({
      sections: [{ children: paragraphs("KẾ HOẠCH", "Ví dụ năm 2023", "I. MỤC ĐÍCH", "CHỖ NÀY") }],
    });
    const files = unzipSync(await Packer.toBuffer(document));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    files["word/document.xml"] = strToU8(xml.replace(/<w:r><w:t[^>]*>CHỖ NÀY<\/w:t><\/w:r>/, runs));
    for (const [name, part] of Object.entries(parts)) files[name] = strToU8(part);
    return importBytes(zipSync(files), "ke-hoach.docx");
  }
  const run = (text: string, style = "") =>
    `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const part = (name: string, inner: string) =>
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${name}>`;

  test.each([
    ["a raised figure", run("100 m") + run("2", '<w:vertAlign w:val="superscript"/>'), "100 m²"],
    ["a field", `<w:fldSimple w:instr="REF a">${run("mục 3")}</w:fldSimple>`, "mục 3"],
    [
      "a formula",
      `<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>x = </m:t></m:r><m:r><m:t>75%</m:t></m:r></m:oMath></m:oMathPara>`,
      "x = 75%",
    ],
    [
      "a hyphen that does not break",
      `<w:r><w:t>Số 5/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>`,
      "5/QĐ-UBND",
    ],
  ])("keeps %s", async (_, runs, text) => {
    expect((await changed(runs)).markdown).toContain(text);
  });

  test.each([
    ["struck-out words", run("Sở Nội vụ", "<w:strike/>"), {}, "chữ gạch ngang “Sở Nội vụ”"],
    ["tracked changes", `<w:del w:id="1" w:author="a"/>${run("Lời")}`, {}, "sửa đổi đang theo dõi"],
    ["a formula", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", {}, "công thức “x=1”"],
    [
      "comments",
      run("Lời"),
      {
        "word/comments.xml": part("comments", `<w:comment w:id="0"><w:p>${run("Sửa lại")}</w:p></w:comment>`),
      },
      "lời bình “Sửa lại”",
    ],
    [
      "the head of the pages",
      run("Lời"),
      {
        "word/header1.xml": part("hdr", `<w:p>${run("Dự thảo ")}${run("lần 3")}</w:p><w:p>${run("2")}</w:p>`),
      },
      "đầu trang hoặc chân trang “Dự thảo lần 3”",
    ],
  ])("tells what it leaves out or is unsure of: %s", async (_, runs, parts, said) => {
    const { findings } = await changed(runs, parts);
    expect(findings.map(({ message }) => message).filter(message => message.includes(said))).toHaveLength(1);
  });

  test("numbers that Word counts by itself become ids", async () => {
    const levels = [
      { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START },
      { level: 1, format: LevelFormat.DECIMAL, text: "%1.%2.", alignment: AlignmentType.START },
    ];
    const counted = (level: number) => [new Paragraph({ text: "", numbering: { reference: "so", level } })];
    const { tasks } = await word(
      [
        new Table({
          rows: [
            HEADER,
            tr("A", "PHẦN MỘT", "", "", "", ""),
            tr(counted(0), "Nhóm việc", "", "", "", ""),
            tr(counted(1), "Việc một", "Quý I/2023", "Sở Nội vụ", "", ""),
            tr(counted(1), "Việc hai", "Quý I/2023", "Sở Nội vụ", "", ""),
            tr(counted(0), "Việc ba", "Quý I/2023", "Sở Nội vụ", "", ""),
          ],
        }),
      ],
      { config: [{ reference: "so", levels }] },
    );
    expect(tasks.map(task => task.split(" | ", 2).join(" "))).toEqual([
      "A.1.1 Việc một",
      "A.1.2 Việc hai",
      "A.2 Việc ba",
    ]);
  });
});
