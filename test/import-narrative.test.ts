import { describe, expect, test } from "vitest";
import { importText } from "./support/importing.ts";

describe("a narrative plan", () => {
  const OPENING =
    "KẾ HOẠCH\nVí dụ năm 2023\n\nThực hiện Kế hoạch số 90/KH-UBND ngày 05/01/2023;\n\nI. MỤC ĐÍCH\n\nLời mục đích.\n\n";

  test("a) goal b) work c) who d) when become one task with its text below", async () => {
    const { tasks, plan } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Cải cách thể chế\n\na) Mục tiêu: 100% văn bản được rà soát.\n\nb) Nhiệm vụ:\n\n- Rà soát văn bản.\n\n- Công bố danh mục.\n\nc) Phân công: Sở Tư pháp chủ trì, phối hợp với các sở, ban, ngành thực hiện.\n\nd) Thời gian: Quý III/2023.\n\n2. Tài chính công\n\na) Mục tiêu\n\n- Giảm chi.\n\nb) Nhiệm vụ\n\n- Giao tự chủ.\n\nc) Phân công thực hiện\n\n- Chủ trì: Sở Tài chính.\n\n- Phối hợp: UBND cấp huyện; UBND cấp xã.\n\nd) Thời gian thực hiện: Thường xuyên.\n`,
    );
    expect(tasks).toEqual([
      "II.1 | Cải cách thể chế | so-tu-phap | cac-so | Quý III/2023",
      "II.2 | Tài chính công | so-tai-chinh | cap-huyen; cap-xa | Thường xuyên",
    ]);
    expect(plan?.tasks[0]).toMatchObject({ target: "100% văn bản được rà soát." });
    expect(plan?.tasks[0]?.prose.source).toContain("* Công bố danh mục.");
    expect(plan?.implements.map(({ name }) => name)).toEqual(["tren-2023"]);
  });

  test("duties by agency become tasks of that agency; a sentence each where there are no bullets", async () => {
    const { tasks } = await importText(
      `${OPENING}II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Theo dõi việc thực hiện; thường xuyên báo cáo.\n\n- Phối hợp với Sở Tư pháp khảo sát.\n\n2. Sở Tài chính\n\nBố trí kinh phí. Hướng dẫn quyết toán trước ngày 30/11/2023.\n\nTrên đây là Kế hoạch, đề nghị các sở, ban, ngành báo cáo kết quả thực hiện trước ngày 15 tháng 12 năm 2023./.\n`,
    );
    expect(tasks).toEqual([
      "II.1.a | Theo dõi việc thực hiện; thường xuyên báo cáo | so-noi-vu |  | Thường xuyên",
      "II.1.b | Phối hợp với Sở Tư pháp khảo sát | so-noi-vu | so-tu-phap | ",
      "II.2.a | Bố trí kinh phí | so-tai-chinh |  | ",
      "II.2.b | Hướng dẫn quyết toán trước ngày 30/11/2023 | so-tai-chinh |  | Trước ngày 30/11/2023",
      "II.a | Trên đây là Kế hoạch, đề nghị các sở, ban, ngành báo cáo kết quả thực hiện trước ngày 15 tháng 12 năm 2023./ | cac-so |  | Trước 15/12/2023",
    ]);
  });

  test("sentences below a heading that names nobody tell themselves who leads, and by when", async () => {
    const { tasks, report } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Tiếp cận dịch vụ\n\na) Công khai thủ tục. Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ thực hiện trước ngày 30/6/2023.\n\nb) Khảo sát sự hài lòng (Sở Nội vụ chủ trì; hoàn thành trong Quý II/2023).\n\nc) Các sở, ban, ngành rà soát thủ tục, hoàn thành trước 30/9/2023.\n\nd) Nâng cấp phần mềm (Trung tâm Tin học chủ trì).\n\nđ) Công an tỉnh bố trí kinh phí.\n`,
    );
    expect(tasks.map(task => task.split(" | ").slice(2).join(" | "))).toEqual([
      "so-tu-phap | so-noi-vu | Trước ngày 30/6/2023",
      "so-noi-vu |  | Hoàn thành trong Quý II/2023",
      "cac-so |  | Hoàn thành trước 30/9/2023",
      "?Trung tâm Tin học |  | ",
      " |  | Không nêu riêng",
    ]);
    expect(report).toContain("không có cơ quan tên “Trung tâm Tin học”");
    expect(report).toContain("không nhận ra cơ quan ở “Công an tỉnh bố trí kinh phí.”");
  });

  test("a sentence about an agency is no label, and keeps its words", async () => {
    const duties = [
      "1. Sở Tài chính là đầu mối.",
      "2. Sở Tư pháp phối hợp.",
      "3. Sở Nội vụ chủ trì:",
      "- Theo dõi.",
      "4. Văn phòng phụ trách",
      "- Công bố.",
    ];
    const { markdown } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Kiểm tra\n\na) Các cơ quan phối hợp: Sở Tư pháp\n\nb) Cán bộ, công chức phụ trách: Sở Nội vụ\n\nc) Thời gian: Quý I/2023\n\nIII. TỔ CHỨC THỰC HIỆN\n\n${duties.join("\n\n")}\n`,
    );
    expect(markdown).toContain(
      "### II.1. Kiểm tra\n- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Tư pháp\n- Thời hạn: Quý I/2023\n",
    );
    expect(markdown).not.toContain("Không nêu");
    for (const duty of duties) expect(markdown.replaceAll("\\", "")).toContain(duty);
  });

  test("what is numbered behind a task and has no labels is no part of that task, and is told", async () => {
    const { markdown, tasks, report } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Chỉ đạo điều hành\n\na) Ban hành kế hoạch kiểm tra\n\n- Chủ trì: Sở Nội vụ\n\n- Thời gian: Quý I/2023\n\nb) Tổ chức hội nghị đánh giá (Sở Nội vụ chủ trì).\n\nc) Rà soát văn bản\n\n- Chủ trì: Sở Tư pháp\n\n- Thời gian: Quý II/2023\n\nd) Khen thưởng\n\nTheo quy chế.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác cơ quan thực hiện.\n`,
    );
    expect(tasks).toEqual([
      "II.1.a | Ban hành kế hoạch kiểm tra | so-noi-vu |  | Quý I/2023",
      "II.1.c | Rà soát văn bản | so-tu-phap |  | Quý II/2023",
    ]);
    expect(markdown).toContain("\n#### II.1.b. Tổ chức hội nghị đánh giá (Sở Nội vụ chủ trì)\n");
    expect(report).toContain("“Tổ chức hội nghị đánh giá (Sở Nội vụ chủ trì).” đứng sau nhiệm vụ khác");
    expect(markdown).toContain("\n#### II.1.d. Khen thưởng\n\nTheo quy chế.\n\n## III. TỔ CHỨC THỰC HIỆN\n");
    expect(report).toContain("“Khen thưởng” đứng sau nhiệm vụ khác");
    expect(report).not.toMatch(/“(?:Chỉ đạo|TỔ CHỨC)/);
  });

  test("“Trách nhiệm thực hiện” may say who leads and who helps", async () => {
    const { tasks } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Minh bạch\n\na) Nội dung: Công khai.\n\nb) Trách nhiệm thực hiện: Sở Tư pháp chủ trì, phối hợp với các sở, ban, ngành.\n\nc) Thời gian: Quý I/2023.\n\n2. Chi phí thời gian\n\na) Nội dung\n\n- Rút ngắn.\n\nb) Trách nhiệm thực hiện\n\n- Cơ quan chủ trì: Sở Nội vụ\n\n- Cơ quan phối hợp: Sở Tài chính; UBND cấp huyện\n\nc) Thời gian: Quý II/2023.\n\n3. Báo cáo\n\na) Nội dung: Báo cáo.\n\nb) Phân công thực hiện:\n\n- Sở Nội vụ chủ trì.\n\n- UBND cấp xã phối hợp.\n`,
    );
    expect(tasks).toEqual([
      "II.1 | Minh bạch | so-tu-phap | cac-so | Quý I/2023",
      "II.2 | Chi phí thời gian | so-noi-vu | so-tai-chinh; cap-huyen | Quý II/2023",
      "II.3 | Báo cáo | so-noi-vu | cap-xa | ",
    ]);
  });

  test("labels may stand inside one paragraph", async () => {
    const { tasks } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Ban hành quy chế. Chủ trì: Sở Nội vụ; phối hợp: Sở Tư pháp; thời gian: Quý I/2023.\n\n2. Kiểm tra. Chủ trì: Sở Tư pháp; thời gian: Quý II/2023.\n`,
    );
    expect(tasks).toEqual([
      "II.1 | Ban hành quy chế | so-noi-vu | so-tu-phap | Quý I/2023",
      "II.2 | Kiểm tra | so-tu-phap |  | Quý II/2023",
    ]);
  });

  test("labels may stand together in one paragraph below the work", async () => {
    const { tasks } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Dân chủ cơ sở\n\na) Tuyên truyền pháp luật.\n\n- Chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ; thời gian: thường xuyên.\n\nb) Rà soát văn bản.\n\nCơ quan chủ trì: Sở Nội vụ, phối hợp: Sở Tư pháp, thời gian thực hiện: Quý I/2023.\n\n2. Công khai\n\n- Chủ trì: Sở Tài chính - Thời gian: Quý II/2023 - Sản phẩm: Báo cáo\n`,
    );
    expect(tasks).toEqual([
      "II.1.a | Tuyên truyền pháp luật | so-tu-phap | so-noi-vu | thường xuyên",
      "II.1.b | Rà soát văn bản | so-noi-vu | so-tu-phap | Quý I/2023",
      "II.2 | Công khai | so-tai-chinh |  | Quý II/2023",
    ]);
  });

  test("a sentence behind them, or below them, may say when", async () => {
    const { tasks } = await importText(
      `${OPENING}II. NHIỆM VỤ\n\n1. Nâng cấp trang thông tin.\n\nĐơn vị chủ trì: Sở Nội vụ; đơn vị phối hợp: Sở Tư pháp, Sở Tài chính. Hoàn thành trước ngày 30/6/2023.\n\n2. Công khai thủ tục\n\n- Chủ trì: Sở Tư pháp, hoàn thành trong tháng 9/2023\n\n- Phối hợp: Sở Nội vụ\n\n3. Khảo sát\n\n- Chủ trì: Sở Nội vụ\n\n- Hoàn thành chậm nhất ngày 15/11/2023.\n`,
    );
    expect(tasks).toEqual([
      "II.1 | Nâng cấp trang thông tin | so-noi-vu | so-tu-phap; so-tai-chinh | Hoàn thành trước ngày 30/6/2023",
      "II.2 | Công khai thủ tục | so-tu-phap | so-noi-vu | Hoàn thành trong tháng 9/2023",
      "II.3 | Khảo sát | so-noi-vu |  | Hoàn thành chậm nhất ngày 15/11/2023",
    ]);
  });
});

test("what names a time and is no task of a narrative plan is told", async () => {
  const { tasks, report } = await importText(
    "KẾ HOẠCH\nVí dụ năm 2023\n\nI. NHIỆM VỤ\n\n1. Truyền thông\n\n- Ban hành kế hoạch (Văn phòng; tháng 9/2023).\n\n- Tuyên truyền trên đài.\n\n2. Rà soát\n\n- Chủ trì: Sở Nội vụ\n\n- Thời gian: Quý I/2023\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng\n\n- Báo cáo trước ngày 15/12/2023.\n",
  );
  expect(tasks).toEqual(["I.2 | Rà soát | so-noi-vu |  | Quý I/2023"]);
  for (const [words, when] of [
    ["Ban hành kế hoạch (Văn phòng; tháng 9/2023).", "tháng 9/2023"],
    ["Báo cáo trước ngày 15/12/2023.", "Trước ngày 15/12/2023"],
  ])
    expect(report).toContain(`“${words}” nêu “${when}” mà đứng trong lời văn`);
  expect(report).not.toContain("Tuyên truyền");
});

describe("a decision that issues a plan", () => {
  test("is read as the plan, with number, basis and signature of the decision", async () => {
    const { plan, tasks, report } = await importText(`ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
Số: 99/QĐ-UBND
Ví Dụ, ngày 20 tháng 02 năm 2023
QUYẾT ĐỊNH
Ban hành Kế hoạch cải thiện chỉ số năm 2023

Căn cứ Quyết định số 12/QĐ-BNV ngày 01/02/2023 của Bộ Nội vụ;

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải thiện chỉ số.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.
CHỦ TỊCH
Phạm Văn Dụ

KẾ HOẠCH
Cải thiện chỉ số năm 2023
(Ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 20/02/2023)

I. MỤC ĐÍCH
Nâng cao chất lượng.

II. NHIỆM VỤ
TT\tNhiệm vụ\tChủ trì\tThời gian
1\tViệc\tSở Nội vụ\tQuý I/2023
`);
    expect(plan).toMatchObject({
      title: "Kế hoạch cải thiện chỉ số năm 2023",
      agency: "ubnd-vi-du",
      number: "99/QĐ-UBND",
      issued: "2023-02-20",
      signedBy: "Phạm Văn Dụ",
      recipients: ["Như Điều 1", "Lưu: VT"],
    });
    expect(plan?.legalBasis).toEqual(["12-qd-bnv-2023"]);
    expect(plan?.parts.map(part => (part.kind === "task" ? part.task.title : part.title))).toEqual([
      "",
      "MỤC ĐÍCH",
      "NHIỆM VỤ",
      "Việc",
    ]);
    expect(tasks).toEqual(["1 | Việc | so-noi-vu |  | Quý I/2023"]);
    expect(report).not.toContain("Chưa xếp được chỗ");
    // The plan does not rest on the decision that it is part of.
    expect(report).not.toContain("chưa có trong documents.csv");
  });
});

describe("the title of a plan", () => {
  test.each([
    ["Cải cách hành chính\n\nnăm 2023", "Năm 2022 đạt;", "Kế hoạch cải cách hành chính năm 2023"],
    ["NÂNG CAO CHỈ SỐ\n\nNĂM 2023", "Căn cứ B;", "Kế hoạch NÂNG CAO CHỈ SỐ NĂM 2023"],
    ["Triển khai Chỉ số PAPI năm 2023", "Căn cứ Luật A;", "Kế hoạch triển khai Chỉ số PAPI năm 2023"],
    [
      "Thực hiện Nghị quyết số 76/NQ-CP\nnăm 2023",
      "Thực hiện B:",
      "Kế hoạch thực hiện Nghị quyết số 76/NQ-CP năm 2023",
    ],
    [
      "Nâng cao chỉ số năm 2023",
      "Thực hiện C, Sở Nội vụ ban hành như sau:",
      "Kế hoạch nâng cao chỉ số năm 2023",
    ],
  ])("%s", async (title, preamble, whole) => {
    const { plan, markdown } = await importText(
      `KẾ HOẠCH\n\n${title}\n\n${preamble}\n\nI. MỤC ĐÍCH\n\nLời.\n`,
    );
    expect(plan?.title).toBe(whole);
    expect(markdown).toContain(`\n---\n${preamble}\n`);
  });
});
