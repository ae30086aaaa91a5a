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
import { numberParagraphs } from "../scripts/import/docx-numbers.ts";
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

  test("a letterhead or an ending may have a row for each of its lines", async () => {
    const { plan, markdown } = await word([
      new Table({
        rows: [
          tr("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
          tr("TỈNH VÍ DỤ", "Độc lập - Tự do - Hạnh phúc"),
          tr("", ""),
          tr("Số: 15/KH-UBND", ""),
          tr("", "Ví Dụ, ngày 06 tháng 3 năm 2023"),
        ],
      }),
      ...paragraphs("KẾ HOẠCH", "Ví dụ năm 2023", "I. MỤC ĐÍCH", "Lời mục đích."),
      new Table({
        rows: [
          tr("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
          tr("- Bộ Nội vụ;", "CHỦ TỊCH"),
          tr("- Sở Nội vụ;", ""),
          tr("- Lưu: VT.", ""),
          tr("", "Trần Thị Ví Dụ"),
        ],
      }),
    ]);
    expect(plan).toMatchObject({
      number: "15/KH-UBND",
      issued: "2023-03-06",
      recipients: ["Bộ Nội vụ", "Sở Nội vụ", "Lưu: VT"],
      signedBy: "Trần Thị Ví Dụ",
      position: "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH",
    });
    expect(markdown).not.toContain("|");
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

  test("a footnote is no part of the last task; it stands below the plan with the words that it is about", async () => {
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
    const { markdown, plan, problems, findings } = await importBytes(
      await Packer.toBuffer(document),
      "ke-hoach.docx",
    );
    expect(markdown.split("## Chú thích")[0]).not.toMatch(/Quyết định số 5|↑|\[1\]/);
    expect(markdown).toMatch(
      /\n\n## Chú thích\n\n- “Căn cứ chương trình”: Theo Quyết định số 5\/QĐ-UBND\.\n$/,
    );
    expect(plan?.tasks[0]?.output).toBe("Báo cáo");
    expect(problems).toEqual([]);
    expect(findings).toContainEqual({
      kind: "reading",
      line: 0,
      message: "1 chú thích cuối trang được đặt ở mục “Chú thích” cuối kế hoạch",
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
    ["hidden words", run("Lời") + run("đừng in", "<w:vanish/>"), {}, "chữ ẩn “đừng in”"],
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

  test("a place of a form that nobody filled in is no text", async () => {
    const sdt = (properties: string, words: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`;
    const { markdown, findings } = await changed(
      sdt("", "Lời đã điền, ") +
        sdt("<w:showingPlcHdr/>", "Click to enter text.") +
        sdt("<w:text/>", "lời sau."),
    );
    expect(markdown).toContain("Lời đã điền, lời sau.");
    expect(findings).toContainEqual({
      kind: "dropped",
      line: 0,
      message: "ô biểu mẫu chưa điền “Click to enter text.”",
    });
  });

  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const styles = (name: string) =>
    part(
      "styles",
      `<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:rPr>${font(name)}</w:rPr></w:style>`,
    );
  test.each([
    ["TCVN3", run("C¶i c¸ch, ­u tiªn", font(".VnTime")), {}, "Cải cách, ưu tiên"],
    ["capitals of TCVN3", run("c¶i c¸ch", font(".VnTimeH")), {}, "CẢI CÁCH"],
    ["VNI", run("Caûi caùch, öu tieân", font("VNI-Times")), {}, "Cải cách, ưu tiên"],
    ["a style", run("C¶i c¸ch"), { "word/styles.xml": styles(".VnTime") }, "Cải cách"],
    [
      "another font than that of the style",
      run("Cải cách: ô tô"),
      { "word/styles.xml": styles(".VnTime") },
      "Cải cách: ô tô",
    ],
    [
      "a tracked change of fonts",
      run("Báo cáo 5 µm", `${font("Arial")}<w:rPrChange><w:rPr>${font(".VnTime")}</w:rPr></w:rPrChange>`),
      {},
      "Báo cáo 5 µm",
    ],
    [
      "text that was converted already",
      run("Báo cáo của cơ quan", font(".VnTime")),
      {},
      "Báo cáo của cơ quan",
    ],
    ["other fonts", run("Café 5 µm"), {}, "Café 5 µm"],
  ])("text of a font from before Unicode: %s", async (_, runs, parts, words) => {
    const { markdown } = await changed(runs, parts);
    expect(markdown.split("\n")).toContain(words);
  });

  test("words that are marked as not hidden stay, and hidden ones are out", async () => {
    const { markdown } = await changed(
      run("Lời hiện", '<w:vanish w:val="0"/>') + run(" lời ẩn", "<w:vanish/>"),
    );
    expect(markdown.split("\n")).toContain("Lời hiện");
  });

  test("which fonts were read is told", async () => {
    const { findings } = await changed(run("C¶i c¸ch", font(".VnTime")));
    expect(findings).toContainEqual({
      kind: "reading",
      line: 0,
      message: "chữ theo phông .VnTime đã chuyển sang Unicode; so lại với bản gốc",
    });
  });

  test("a table with a style opens without the part of styles", async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Table({ style: "Luoi", rows: [HEADER, tr("1", "Kiểm tra", "", "Sở Nội vụ", "", "")] }),
          ],
        },
      ],
    });
    const files = unzipSync(await Packer.toBuffer(document));
    const { "word/styles.xml": _, ...others } = files;
    expect((await importBytes(zipSync(others), "ke-hoach.docx")).tasks).toHaveLength(1);
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

  test("also of a list that is only named by a style, and of a style based on a numbered one", async () => {
    const numbers = part(
      "numbering",
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="So"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="So"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>`,
    );
    const styled = part(
      "styles",
      `<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>`,
    );
    const xml = numberParagraphs(
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>${run("A")}</w:p><w:p><w:pPr><w:pStyle w:val="MucCon"/></w:pPr>${run("B")}</w:p>`,
      numbers,
      styled,
    );
    expect(xml.replace(/<[^>]*>/g, "")).toBe("I. A1. B");
  });
});
