import { describe, expect, test } from "vitest";
import { cleanText } from "../scripts/import/clean.ts";
import { importText } from "./support/importing.ts";

const HEADER = "TT\tNhiệm vụ\tTiến độ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả";
const rows = (...lines: string[]) => `KẾ HOẠCH\nVí dụ năm 2023\n\n${[HEADER, ...lines].join("\n")}\n`;

describe("text out of a PDF", () => {
  test("wrapped lines become paragraphs again, also across a page number", async () => {
    const { markdown } = await importText(
      "KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\n- Nâng cao trách nhiệm của người\nđứng đầu trong việc\n\n\n3\n\nthực hiện kế hoạch.\n\n- Ý khác.\n",
    );
    expect(markdown).toContain(
      "- Nâng cao trách nhiệm của người đứng đầu trong việc thực hiện kế hoạch.\n- Ý khác.",
    );
  });

  test("a day goes on below “ngày”, and a list of agencies below its semicolon, in short lines too", async () => {
    const { tasks, markdown } = await importText(
      `KẾ HOẠCH\nVí dụ năm 2023\n\nThực hiện Kế hoạch số 90/KH-UBND ngày\n05/01/2023 của UBND tỉnh.\n${"Lời văn dài tới hết dòng, ".repeat(4)}\nvà xuống dòng.\n\nI. NHIỆM VỤ\n1. Rà soát\n- Chủ trì: Sở Nội vụ.\n- Phối hợp: Sở Tư pháp;\nUBND cấp huyện.\n- Thời gian: Quý I/2023.\n`,
    );
    expect(markdown).toContain("ngày 05/01/2023 của UBND tỉnh.");
    expect(tasks).toEqual(["I.1 | Rà soát | so-noi-vu | so-tu-phap; cap-huyen | Quý I/2023"]);
  });

  test("two columns that were poured into one are told", async () => {
    const line = "- Nâng cao trách nhiệm của người      Rà soát thủ tục hành chính của\n";
    const { report } = await importText(`KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\n${line.repeat(6)}`);
    expect(report).toContain(
      "6 chỗ có khoảng trống rộng giữa câu, như “người Rà soát thủ”; nếu bản gốc chia hai cột",
    );
    const { report: none } = await importText(`KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\n${line}`);
    expect(none).not.toContain("khoảng trống rộng");
  });

  test("a short line at the end, where all are short, was not wrapped", async () => {
    const { markdown } = await importText(
      `KẾ HOẠCH\nVí dụ năm 2023\n\n${"Lời văn dài tới hết dòng, ".repeat(4)}\nvà xuống dòng.\n\nIII. TỔ CHỨC THỰC HIỆN\n1. UBND cấp xã, phường\nTuyên truyền trên đài.\n`,
    );
    expect(markdown).toContain("hết dòng, và xuống dòng.");
    expect(markdown).toContain("### III.1. UBND cấp xã, phường\n");
  });

  test("rows between bars need none in front, as law sites are copied; one of fewer cells is told", async () => {
    const { plan, tasks, markdown, findings } = await importText(
      [
        "Trang chủ | Đăng nhập",
        "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "Số: 12/KH-UBND | Ví Dụ, ngày 10 tháng 3 năm 2023 |",
        "KẾ HOẠCH\nVí dụ năm 2023\nI. MỤC ĐÍCH\nLời mục đích.",
        "| TM. ỦY BAN NHÂN DÂN |",
        "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |",
        "--- | --- | --- | --- | ---",
        "I | THỂ CHẾ |",
        "1 | Rà soát | Sở Nội vụ | Sở Tư pháp | Quý I/2023 |",
        "2 | Công bố |  | Sở Tư pháp | Quý II/2023",
        "3 | Kiểm tra | Sở Nội vụ | Quý III/2023 |",
      ].join("\n"),
    );
    expect(plan).toMatchObject({ number: "12/KH-UBND", issued: "2023-03-10" });
    expect(tasks.slice(0, 2)).toEqual([
      "I.1 | Rà soát | so-noi-vu | so-tu-phap | Quý I/2023",
      "I.2 | Công bố |  | so-tu-phap | Quý II/2023",
    ]);
    expect(markdown).toContain("\n\nTM. ỦY BAN NHÂN DÂN\n\n## I. THỂ CHẾ\n");
    expect(findings.filter(({ kind }) => kind === "reading")).toEqual([
      { kind: "reading", line: 14, message: "dòng có 4 ô mà tiêu đề bảng có 5; xem lại từng ô" },
    ]);
  });

  test("a bar below every cell, as other law sites are copied, is no cell", async () => {
    const { plan, tasks, findings } = await importText(
      `ỦY BAN NHÂN DÂN TỈNH VÍ DỤ\n|\nSố:\n12/KH-UBND\n|\nVí Dụ, ngày\n10 tháng 3 năm 2023\n|\nKẾ HOẠCH\nVí dụ năm 2023\nI. MỤC ĐÍCH\nLời.\nPHỤ LỤC\n${["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "1", "Rà soát", "Sở Nội vụ", "Sở Tư pháp", "Quý I/2023"].join("\n|\n")}\n|\n`,
    );
    expect(plan).toMatchObject({ number: "12/KH-UBND", issued: "2023-03-10" });
    expect(tasks).toEqual(["1 | Rà soát | so-noi-vu | so-tu-phap | Quý I/2023"]);
    expect(findings.filter(({ kind }) => kind === "unplaced")).toEqual([]);
  });

  const FLAT = `PHỤ LỤC
TT Nhiệm vụ cụ thể Tiến độ Cơ quan

chủ trì

Cơ quan

phối hợp

Kết quả

I. CÔNG TÁC CHỈ ĐẠO
   1 Kiểm tra việc thực hiện

kế hoạch
Quý II

năm 2023
Sở Nội vụ

Các sở, ban,

ngành
Thông báo kết quả
2. Rà soát văn bản
2.1. Rà soát văn bản của tỉnh Trong năm 2023 Sở Tư pháp Văn phòng UBND tỉnh Danh mục văn bản
2.2 Công bố danh mục, Trong năm Sở Tư Văn phòng Quyết định của
\f kết quả rà soát 2023 pháp UBND tỉnh Chủ tịch
II CÔNG TÁC KHÁC
1 Tổng kết Thường xuyên Sở Nội vụ Sở Tài chính Báo cáo
`;
  test("a table whose cells were poured out one after another is put together again", async () => {
    const { tasks } = await importText(
      `KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\nLời.\n\nNơi nhận:\n- VT.\n\n${FLAT}`,
    );
    expect(tasks).toEqual([
      "I.1 | Kiểm tra việc thực hiện kế hoạch | so-noi-vu | cac-so | Quý II năm 2023",
      "I.2.1 | Rà soát văn bản của tỉnh | so-tu-phap | van-phong | Trong năm 2023",
      "I.2.2 | Công bố danh mục, kết quả rà soát | so-tu-phap | van-phong | Trong năm 2023",
      "II.1 | Tổng kết | so-noi-vu | so-tai-chinh | Thường xuyên",
    ]);
  });

  test("also when every cell stands in lines of its own, and the agencies are not known", async () => {
    const cells = [
      "STT\nTiêu chí\nMục tiêu\nBộ phận phụ trách\nBộ phận phối hợp\nThời gian",
      "I\nCÔNG TÁC CHỈ ĐẠO",
      "1\nTuyên truyền\nHoàn thành 100% kế hoạch\ntuyên truyền\nVăn phòng Ban\nPhòng Quản lý\nDoanh nghiệp\nThường xuyên",
      "2\nBáo cáo\nĐủ số lượng\nVăn phòng Ban\nCác phòng chuyên môn\nTháng 12/2023",
    ];
    const { tasks } = await importText(
      `KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\nLời.\n\nPHỤ LỤC\n${cells.join("\n")}\n`,
    );
    expect(tasks).toEqual([
      "I.1 | Tuyên truyền | ?Văn phòng Ban | ?Phòng Quản lý Doanh nghiệp | Thường xuyên",
      "I.2 | Báo cáo | ?Văn phòng Ban | ?Các phòng chuyên môn | Tháng 12/2023",
    ]);
  });

  test("columns that are kept apart by spaces are columns", async () => {
    const { tasks } = await importText(
      [
        "TT   Nhiệm vụ               Chủ trì       Phối hợp        Thời gian",
        "1    Kiểm tra việc thực     Sở Nội vụ     Các sở, ban,    Quý II/2023",
        "     hiện                                 ngành",
        "2    Công bố danh mục       Sở Tư pháp                    Quý III/2023",
      ].join("\n"),
    );
    expect(tasks).toEqual([
      "1 | Kiểm tra việc thực hiện | so-noi-vu | cac-so | Quý II/2023",
      "2 | Công bố danh mục | so-tu-phap |  | Quý III/2023",
    ]);
  });

  test("a table whose rows ran into each other, since their cells are centred, is told", async () => {
    const table = [
      "TT   Nhiệm vụ            Chủ trì       Phối hợp        Thời hạn",
      "     Rà soát, đơn",
      "1    giản thủ tục        Sở Tư pháp    Sở Nội vụ       Quý I/2023",
      "     hành chính",
      "2    Khảo sát            Sở Nội vụ     UBND cấp xã     Quý II/2023",
      "     Công khai kết",
      "3    quả giải quyết      Sở Nội vụ     UBND cấp xã     Quý III/2023",
    ];
    const { report } = await importText(`KẾ HOẠCH\nVí dụ năm 2023\n\n${table.join("\n")}\n`);
    expect(report).toContain("dòng 4: 2/3 hàng của bảng bắt đầu giữa câu, như “giản thủ tục”");
    const plain = table
      .filter(line => !/^ +[RC]/.test(line))
      .map(line => line.replace(/ (giản|quả)/, " Giản"));
    expect((await importText(`KẾ HOẠCH\nVí dụ năm 2023\n\n${plain.join("\n")}\n`)).report).not.toContain(
      "giữa câu",
    );
  });

  test("letters that a font lost are listed with a proposal, and the text is not changed", async () => {
    const { markdown, report } = await importText(
      rows("1\tTham gia t p huấn của S  Nội vụ\tQuý I/2023\tS  Nội vụ\t\tNâng cao nh n thức, công l p"),
    );
    expect(markdown).toContain("Tham gia t p huấn của S Nội vụ");
    expect(markdown).toContain("Sản phẩm: Nâng cao nh n thức, công l p");
    expect(report).toContain("“gia t p huấn” có thể là “gia tập huấn”");
    expect(report).toContain("“của S Nội” có thể là “của Sở Nội”");
    expect(report).toContain("“cao nh n thức,” có thể là “cao nhận thức,”");
  });

  test("an agency is found in spite of them; the plan says what was printed", async () => {
    const { plan, report } = await importText(rows("1\tViệc\tQuý I/2023\tS  Nội vụ\t\t"));
    expect(plan?.tasks[0]?.assignments[0]?.leads[0]?.agency).toBe("so-noi-vu");
    expect(plan?.notes).toEqual([{ where: "1", printed: "S Nội vụ", note: "Đọc là Sở Nội vụ" }]);
    expect(report).toContain("dòng 5: 1: “S Nội vụ” đọc là “Sở Nội vụ”");
  });

  test("residue of HTML, placeholders and paths of somebody's disk are taken out, and listed", async () => {
    const { markdown, report } = await importText(
      `Số: #SoKyHieu/KH-UBND\n\nKẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\n<p>Lời <i>mục đích</i> &amp; yêu cầu.</p>\n\nD:\\Van ban\\2023\\KH 12.docx\n\n[daky]\n`,
    );
    expect(markdown).toContain("Lời mục đích & yêu cầu.");
    expect(markdown).not.toMatch(/<p>|SoKyHieu|D:\\|daky/);
    for (const found of ["“#SoKyHieu”", "“D:\\Van ban\\2023\\KH 12.docx”", "“[daky]”"])
      expect(report).toContain(found);
  });
});

describe("nothing is lost and nothing invented", () => {
  test("what has no place stands at the end of the plan and in the report, with its line", async () => {
    const { markdown, report } = await importText(
      "Ghi chú lạ ở đầu trang\nKẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\nLời.\n\nNơi nhận:\n- VT.\n\nCâu lạc sau chữ ký, không thuộc đâu cả.\n",
    );
    expect(markdown).toMatch(
      /## Chưa xếp được chỗ[\s\S]*- dòng 1: Ghi chú lạ ở đầu trang\n- dòng 12: Câu lạc sau chữ ký/,
    );
    expect(report).toContain("dòng 12: “Câu lạc sau chữ ký, không thuộc đâu cả.”");
  });

  test("every word of the original stands in the plan or in the report", async () => {
    const text = `UBND TỈNH VÍ DỤ\nKẾ HOẠCH\nVí dụ năm 2023\n\nCăn cứ Nghị định số 7/2020/NĐ-CP ngày 01/02/2020;\n\nI. MỤC ĐÍCH\n\nLời mục đích.\n\nNơi nhận:\n- Văn thư.\n\nPhụ lục\n${HEADER}\n1\tViệc gồm hai ý:\tQuý I/2023\tSở Nội vụ (chính)\tĐơn vị lạ\tMột *sao* và [ngoặc]\n`;
    const { markdown, report } = await importText(text);
    const words = (part: string) =>
      part
        .replace(/\\/g, "")
        .toLowerCase()
        .match(/[\p{L}\d]+/gu) ?? [];
    const kept = new Set(words(`${markdown} ${report}`));
    const header = new Set(words(HEADER));
    expect(
      words(text).filter(word => !kept.has(word) && !header.has(word) && !["nơi", "nhận"].includes(word)),
    ).toEqual([]);
  });

  test("number, date and year that are missing are said to be missing, and the plan is a draft", async () => {
    const { plan, report } = await importText(rows("1\tViệc\tQuý I/2023\tSở Nội vụ\t\t"));
    expect(plan).toMatchObject({ number: undefined, issued: undefined, state: "draft", years: [2023, 2023] });
    expect(report).toContain("không thấy số, ký hiệu văn bản");
    expect(report).toContain("không thấy ngày ban hành");
  });

  test("the same input gives the same bytes; letters typed in parts are joined", async () => {
    const text = rows("1\tViệc\tQuý I/2023\tSở Nội vụ\t\t");
    const [first, second, parted] = await Promise.all([
      importText(text),
      importText(text),
      importText(text.normalize("NFD")),
    ]);
    expect(second.markdown).toBe(first.markdown);
    expect(parted.markdown).toBe(first.markdown);
    expect(second.report).toBe(first.report);
  });

  test("words that Markdown would read as its own signs stay words", async () => {
    const { markdown, problems } = await importText(
      "KẾ HOẠCH\nVí dụ năm 2023\n\nI. MỤC ĐÍCH\n\n1. Chủ trì\n\n- Chủ trì: ai cũng được.\n\n5 * 3 [không phải liên kết]\n",
    );
    expect(problems).toEqual([]);
    expect(markdown).toContain("5 \\* 3 \\[không phải liên kết\\]");
  });

  test("and so do the signs of notes in a deadline", async () => {
    const when = "Quý I (*), Quý III/2023 (*)";
    const { tasks, problems } = await importText(rows(`1\tViệc\t${when}\tSở Nội vụ\t\t`));
    expect(problems).toEqual([]);
    expect(tasks).toEqual([`1 | Việc | so-noi-vu |  | ${when}`]);
  });

  test("a tag that is never closed, with quotation marks that are not either, is read in passing", () => {
    const tag = `<a\ta='${`a0>">'\t-="\t-\t\t=\ta="\ta='\t`.repeat(50)}`;
    expect(cleanText(`${tag}a0>"> hết`, 1, () => {})).toContain("hết");
  }, 10_000);
});
