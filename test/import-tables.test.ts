import { describe, expect, test } from "vitest";
import { importText } from "./support/importing.ts";

const HEADER = "TT\tNhiệm vụ\tTiến độ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả";
const rows = (...lines: string[]) => `KẾ HOẠCH\nVí dụ năm 2023\n\n${[HEADER, ...lines].join("\n")}\n`;
const ids = (tasks: readonly string[]) => tasks.map(task => task.split(" | ")[0]);

describe("columns are known by their words, in any order", () => {
  test.each([
    [
      "STT\tNội dung công việc\tThời gian hoàn thành\tĐơn vị phụ trách\tĐơn vị phối hợp\tSản phẩm",
      "1\tViệc\tQuý I/2023\tSở Nội vụ\tSở Tư pháp\tBáo cáo",
    ],
    [
      "TT\tTiêu chí\tMục tiêu\tPhụ trách\tPhối hợp\tThời gian",
      "1\tViệc\tĐạt 100%\tSở Nội vụ\tSở Tư pháp\tQuý I/2023",
    ],
    ["Thời hạn\tPhối hợp\tChủ trì\tNhiệm vụ, giải pháp\tSố TT", "Quý I/2023\tSở Tư pháp\tSở Nội vụ\tViệc\t1"],
    [
      "TT\tNhiệm vụ\tĐơn vị thực hiện (chủ trì, phối hợp)\tTiến độ",
      "1\tViệc\tChủ trì: Sở Nội vụ; Phối hợp: Sở Tư pháp\tQuý I/2023",
    ],
    // The day on which work begins is no deadline.
    [
      "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian bắt đầu\tThời gian kết thúc",
      "1\tViệc\tSở Nội vụ\tSở Tư pháp\t2/1/2023\tQuý I/2023",
    ],
    [
      "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tBắt đầu\tHoàn thành",
      "1\tViệc\tSở Nội vụ\tSở Tư pháp\t2/1/2023\tQuý I/2023",
    ],
    [
      "Thứ tự\tTên văn bản\tHạn trình\tCơ quan chủ trì\tCơ quan liên quan",
      "1\tViệc\tQuý I/2023\tSở Nội vụ\tSở Tư pháp",
    ],
    [
      "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian",
      "1\tViệc\tSở Nội vụ chủ trì, phối hợp Sở Tư pháp\tQuý I/2023",
    ],
    [
      "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian",
      "1\tViệc\tSở Nội vụ (chủ trì); Sở Tư pháp (phối hợp)\tQuý I/2023",
    ],
    [
      "Số TT\tViệc cần làm\tĐơn vị liên quan\tĐầu mối\tDự kiến hoàn thành",
      "1\tViệc\tSở Tư pháp\tSở Nội vụ\tQuý I/2023",
    ],
  ])("%s", async (header, row) => {
    const { tasks } = await importText(`${header}\n${row}\n`, "bang.tsv");
    expect(tasks).toEqual(["1 | Việc | so-noi-vu | so-tu-phap | Quý I/2023"]);
  });

  test.each(["Đơn vị", "Cơ quan, đơn vị", "Tên cơ quan"])(
    "a column “%s” beside the work says who leads, where no other does",
    async header => {
      const { tasks } = await importText(
        `TT\t${header}\tNhiệm vụ\tThời hạn\n1\tSở Nội vụ\tTheo dõi\tQuý I/2023\n`,
        "bang.tsv",
      );
      expect(tasks).toEqual(["1 | Theo dõi | so-noi-vu |  | Quý I/2023"]);
    },
  );

  test("“Đơn vị” beside an amount is what it is counted in, and leads nothing", async () => {
    const { tasks } = await importText(
      "TT\tNội dung\tĐơn vị\tSố lượng\tThời hạn\n1\tTập huấn\tHội nghị\t2\tQuý I/2023\n",
      "bang.tsv",
    );
    expect(tasks).toEqual(["1 | Tập huấn |  |  | Quý I/2023"]);
  });

  test("of two columns of who, what or when, the plainer one counts; the other is kept as prose, and that is told", async () => {
    const { tasks, plan, findings } = await importText(
      [
        "TT\tNhóm nhiệm vụ\tNhiệm vụ cụ thể\tLãnh đạo phụ trách\tCơ quan chủ trì\tThời gian thực hiện\tThời hạn hoàn thành",
        "I\tTHỂ CHẾ\t\t\t\t\t",
        "1\tVăn bản\tRà soát\tÔng A\tSở Nội vụ\tCả năm\tQuý I/2023",
      ].join("\n"),
      "bang.tsv",
    );
    expect(tasks).toEqual(["I.1 | Rà soát | so-noi-vu |  | Quý I/2023"]);
    expect(plan?.parts[0]).toMatchObject({ kind: "section", id: "I", title: "THỂ CHẾ" });
    expect(plan?.tasks[0]?.prose.source).toBe(
      "Nhóm nhiệm vụ: Văn bản\n\nLãnh đạo phụ trách: Ông A\n\nThời gian thực hiện: Cả năm",
    );
    expect(findings.filter(({ kind }) => kind === "reading").map(({ message }) => message)).toEqual([
      "cột “Nhóm nhiệm vụ” được giữ thành đoạn văn, vì cột “Nhiệm vụ cụ thể” đã nói về cùng một điều",
      "cột “Lãnh đạo phụ trách” được giữ thành đoạn văn, vì cột “Cơ quan chủ trì” đã nói về cùng một điều",
      "cột “Thời gian thực hiện” được giữ thành đoạn văn, vì cột “Thời hạn hoàn thành” đã nói về cùng một điều",
    ]);
  });

  test("several agencies in a column of who leads and who helps, without a word which: that is told", async () => {
    const { findings } = await importText(
      [
        "TT\tNhiệm vụ\tCơ quan chủ trì/phối hợp\tThời hạn",
        "1\tViệc một\tSở Nội vụ, Sở Tư pháp\tQuý I/2023",
        "2\tViệc hai\tSở Nội vụ chủ trì, phối hợp với Sở Tư pháp\tQuý I/2023",
        "3\tViệc ba\tSở Nội vụ\tQuý I/2023",
      ].join("\n"),
      "bang.tsv",
    );
    expect(findings.filter(({ kind }) => kind === "reading")).toEqual([
      {
        kind: "reading",
        line: 2,
        message: "“Sở Nội vụ, Sở Tư pháp” không nói ai chủ trì, ai phối hợp; ghi tất cả là chủ trì",
      },
    ]);
  });

  test("a cross in a column of a quarter or year is a deadline, and that is told", async () => {
    const { tasks, plan, findings } = await importText(
      [
        "TT\tNhiệm vụ\tChủ trì\tQuý I\tQuý II\tQuý III\tQuý IV\tGhi chú",
        "1\tKhảo sát\tSở Nội vụ\t\tx\t\tX\t",
        "2\tTập huấn\tSở Nội vụ\t02 lớp\t\t\t\tx",
      ].join("\n"),
      "bang.tsv",
    );
    expect(tasks).toEqual(["1 | Khảo sát | so-noi-vu |  | Quý II; Quý IV", "2 | Tập huấn | so-noi-vu |  | "]);
    expect(plan?.tasks[1]?.prose.source).toBe("Quý I: 02 lớp\n\nGhi chú: x");
    expect(findings.filter(({ kind }) => kind === "reading")).toEqual([
      { kind: "reading", line: 2, message: "dấu đánh ở cột thời gian đọc là thời hạn theo tên cột" },
    ]);
  });

  test("columns of years beside goals say how much, and are none of deadlines", async () => {
    const { tasks, markdown } = await importText(
      "TT\tChỉ tiêu\tĐơn vị tính\tNăm 2023\tNăm 2024\tChủ trì\n1\tHồ sơ trực tuyến\t%\t70\t80\tSở Nội vụ\n",
      "bang.tsv",
    );
    expect(tasks).toEqual([]);
    expect(markdown).toContain("| 1 | Hồ sơ trực tuyến | % | 70 | 80 | Sở Nội vụ |");
  });

  test("points of a part and their sum are no tasks; the sum is told", async () => {
    const { tasks, markdown, findings } = await importText(
      [
        "TT\tTiêu chí\tĐiểm tối đa\tNhiệm vụ\tChủ trì\tThời hạn",
        "1\tCHỈ ĐẠO\t10\t\t\t",
        "1.1\tKế hoạch\t2\tBan hành\tSở Nội vụ\tQuý I/2023",
        "\tTổng cộng\t100\t\t\t",
      ].join("\n"),
      "bang.tsv",
    );
    expect(tasks).toEqual(["1.1 | Ban hành | so-noi-vu |  | Quý I/2023"]);
    expect(markdown).toContain("## 1. CHỈ ĐẠO\n\nĐiểm tối đa: 10\n\n### 1.1. Ban hành\n");
    expect(findings).toContainEqual({ kind: "dropped", line: 4, message: "dòng tổng “Tổng cộng | 100”" });
  });

  test("a code that is no number of an item is kept with the words of its row", async () => {
    const { tasks, markdown } = await importText(
      [
        "Mã nhiệm vụ\tNhiệm vụ\tChủ trì\tThời hạn",
        "Phần 1\tTHỂ CHẾ\t\t",
        "NV-01\tKiểm tra\tSở Nội vụ\tQuý I/2023",
      ].join("\n"),
      "bang.tsv",
    );
    expect(tasks).toEqual(["2 | Kiểm tra | so-noi-vu |  | Quý I/2023"]);
    expect(markdown).toContain("## 1. Phần 1: THỂ CHẾ\n");
    expect(markdown).toContain("\n\nMã nhiệm vụ: NV-01\n");
  });

  test("a cell of a dash or dots says nothing", async () => {
    const { tasks, plan } = await importText(
      rows("1\tViệc một\t-\tSở Nội vụ\t…\t–", "-\tViệc hai\tQuý I/2023\tSở Nội vụ\t\t..."),
    );
    expect(tasks).toEqual(["1 | Việc một | so-noi-vu |  | ", "1.a | Việc hai | so-noi-vu |  | Quý I/2023"]);
    expect(plan?.tasks.map(({ output }) => output)).toEqual([undefined, undefined]);
  });

  test("a cell that says “as above” has the words of the row above, and that is told", async () => {
    const { tasks, findings } = await importText(
      rows(
        "1\tViệc một\tQuý I/2023\tSở Nội vụ\tSở Tư pháp\tBáo cáo",
        "2\tViệc hai\tnt\t-nt-\tNhư trên\tSổ",
        "II\tTHỂ CHẾ\t\t\t\t",
        "3\tViệc ba\tQuý II/2023\t- như trên -\t-//-\tnt",
        "4\tViệc bốn\tQuý II/2023\tSở Tài chính\t\tSổ",
        "5\tViệc năm\tQuý II/2023\tnt\tnt\tSổ",
      ),
    );
    expect(tasks).toEqual([
      "1 | Việc một | so-noi-vu | so-tu-phap | Quý I/2023",
      "2 | Việc hai | so-noi-vu | so-tu-phap | Quý I/2023",
      "II.3 | Việc ba | so-noi-vu | so-tu-phap | Quý II/2023",
      "II.4 | Việc bốn | so-tai-chinh |  | Quý II/2023",
      "II.5 | Việc năm | so-tai-chinh | ?nt | Quý II/2023",
    ]);
    expect(findings).toContainEqual({
      kind: "reading",
      line: 6,
      message: "“-nt-” đọc là như dòng trên: “Sở Nội vụ”",
    });
  });

  test("criteria in front of the work are prose, and what stands there alone heads a part", async () => {
    const { plan, tasks } = await importText(
      [
        "TT\tTiêu chí, tiêu chí thành phần\tNhiệm vụ\tChủ trì\tThời gian",
        "I\tCHỈ ĐẠO, ĐIỀU HÀNH\t\t\t",
        "1\tKế hoạch cải cách\tBan hành kế hoạch\tSở Nội vụ\tQuý I/2023",
        "II\tCẢI CÁCH THỂ CHẾ\t\t\t",
        "1\tThi hành pháp luật\tTheo dõi\tSở Tư pháp\tQuý II/2023",
        "\t\tvà báo cáo\t\t",
      ].join("\n"),
      "bang.tsv",
    );
    expect(tasks).toEqual([
      "I.1 | Ban hành kế hoạch | so-noi-vu |  | Quý I/2023",
      "II.1 | Theo dõi và báo cáo | so-tu-phap |  | Quý II/2023",
    ]);
    expect(plan?.parts).toMatchObject([
      { kind: "section", id: "I", title: "CHỈ ĐẠO, ĐIỀU HÀNH" },
      { kind: "task" },
      { kind: "section", id: "II", title: "CẢI CÁCH THỂ CHẾ" },
      { kind: "task" },
    ]);
    expect(plan?.tasks[0]?.prose.source).toBe("Tiêu chí, tiêu chí thành phần: Kế hoạch cải cách");
  });

  test("a part that has points beside its name keeps both", async () => {
    const { plan, problems } = await importText(
      [
        "TT\tLĩnh vực/Tiêu chí\tĐiểm tối đa\tĐiểm phấn đấu\tNhiệm vụ\tChủ trì\tThời gian",
        "1\tCHỈ ĐẠO, ĐIỀU HÀNH\t9,5\t9\t\t\t",
        "1.1\tKế hoạch cải cách\t1\t1\tBan hành kế hoạch\tSở Nội vụ\tQuý I/2023",
      ].join("\n"),
      "bang.tsv",
    );
    expect(problems).toEqual([]);
    expect(plan?.tasks).toMatchObject([
      { id: "1", title: "CHỈ ĐẠO, ĐIỀU HÀNH", target: "9", prose: { source: "Điểm tối đa: 9,5" } },
      { id: "1.1", title: "Ban hành kế hoạch" },
    ]);
  });

  test("parts in capitals need no number for that", async () => {
    const { plan } = await importText(
      [
        "TT\tTiêu chí\tNhiệm vụ\tChủ trì\tThời gian",
        "\tCHỈ ĐẠO, ĐIỀU HÀNH\t\t\t",
        "1\tKế hoạch cải cách\tBan hành kế hoạch\tSở Nội vụ\tQuý I/2023",
        "\tCẢI CÁCH THỂ CHẾ\t\t\t",
        "1\tThi hành pháp luật\tTheo dõi\tSở Tư pháp\tQuý II/2023",
      ].join("\n"),
      "bang.tsv",
    );
    expect(plan?.parts).toMatchObject([
      { kind: "section", title: "CHỈ ĐẠO, ĐIỀU HÀNH" },
      { kind: "task", task: { prose: { source: "Tiêu chí: Kế hoạch cải cách" } } },
      { kind: "section", title: "CẢI CÁCH THỂ CHẾ" },
      { kind: "task" },
    ]);
  });

  test("the line by which Excel tells itself how columns are separated is no text", async () => {
    const { markdown, tasks } = await importText(
      "sep=;\nTT;Nhiệm vụ;Chủ trì;Thời gian\n1;Việc;Sở Nội vụ;Quý I/2023\n",
      "bang.csv",
    );
    expect(tasks).toEqual(["1 | Việc | so-noi-vu |  | Quý I/2023"]);
    expect(markdown).not.toContain("sep=");
  });

  test("a column without a label is kept as prose with its header", async () => {
    const { plan } = await importText(
      "TT;Nhiệm vụ;Chủ trì;Thời gian;Ghi chú\n1;Việc;Sở Nội vụ;Quý I/2023;Dùng kinh phí tự chủ\n",
      "bang.csv",
    );
    expect(plan?.tasks[0]?.prose.source.trim()).toBe("Ghi chú: Dùng kinh phí tự chủ");
  });
});

describe("rows", () => {
  test("letters, Roman numerals and numbers make full ids; groups hand down their deadline", async () => {
    const { tasks } = await importText(
      rows(
        "A\tPHẦN CHUNG",
        "II CÔNG TÁC KHÁC\t\t\t\t\t",
        "1\tNhóm việc\tTrong năm 2023\t\t\t",
        "1.1\tViệc một\t\tSở Nội vụ\t\t",
        "-\tViệc gạch đầu dòng\tQuý I/2023\tSở Tư pháp\t\t",
        "2\tViệc hai\tQuý II/2023\tSở Nội vụ\t\t",
        "B\tPHẦN RIÊNG\t\t\t\t",
        "1\tViệc ba\tQuý II/2023\tSở Nội vụ\t\t",
      ),
    );
    expect(tasks).toEqual([
      "A.II.1.1 | Việc một | so-noi-vu |  | Trong năm 2023",
      "A.II.1.1.a | Việc gạch đầu dòng | so-tu-phap |  | Quý I/2023",
      "A.II.2 | Việc hai | so-noi-vu |  | Quý II/2023",
      "B.1 | Việc ba | so-noi-vu |  | Quý II/2023",
    ]);
  });

  test("a row broken by the page is one row again; header and column numbers that are printed again are dropped", async () => {
    const { tasks, plan, report } = await importText(
      rows(
        "(1)\t(2)\t(3)\t(4)\t(5)\t(6)",
        "1\tRà soát các văn bản đã\tQuý I/2023\tSở Nội vụ\tSở Tư pháp\tBáo cáo kết",
        "",
        HEADER,
        "\tban hành\t\t\t\tquả rà soát",
        "2\tViệc khác\tQuý II/2023\tSở Tư pháp\t\t- Một",
        HEADER,
        "\t\t\t\t\t- Hai",
      ),
    );
    expect(tasks).toEqual([
      "1 | Rà soát các văn bản đã ban hành | so-noi-vu | so-tu-phap | Quý I/2023",
      "2 | Việc khác | so-tu-phap |  | Quý II/2023",
    ]);
    expect(plan?.tasks.map(({ output }) => output)).toEqual(["Báo cáo kết quả rà soát", "Một; Hai"]);
    expect(report).toContain("dòng 8, 11: dòng tiêu đề bảng lặp lại");
  });

  test("a row without number and title is a second pair of lead and coordinators", async () => {
    const { tasks } = await importText(
      rows("1\tTuyển dụng\tQuý I/2023\tSở Nội vụ\tĐịa phương\t", "\t\t\tUBND cấp huyện\tSở Nội vụ\t"),
    );
    expect(tasks).toEqual(["1 | Tuyển dụng | so-noi-vu + cap-huyen | dia-phuong + so-noi-vu | Quý I/2023"]);
  });

  test("two items with one number are kept apart, and said so with the line", async () => {
    const { tasks, report } = await importText(
      rows("2\tViệc một\tQuý I/2023\tSở Nội vụ\t\t", "2\tViệc hai\tQuý I/2023\tSở Nội vụ\t\t"),
    );
    expect(ids(tasks)).toEqual(["2", "2b"]);
    expect(report).toContain("dòng 6: số “2” có hai lần; mục thứ hai mang mã 2b");
  });

  test("sections without numbers whose items begin anew get numerals", async () => {
    const { tasks } = await importText(
      rows(
        "\tTHỂ CHẾ\t\t\t\t",
        "1\tViệc một\tQuý I/2023\tSở Nội vụ\t\t",
        "\tTÀI CHÍNH\t\t\t\t",
        "1\tViệc hai\tQuý I/2023\tSở Tài chính\t\t",
      ),
    );
    expect(ids(tasks)).toEqual(["I.1", "II.1"]);
  });

  test("two appendices that both begin with 1 keep their items apart", async () => {
    const table = (row: string) => `${HEADER}\n${row}\n`;
    const { tasks } = await importText(
      `KẾ HOẠCH\nVí dụ năm 2023\n\nNơi nhận:\n- VT.\n\nPhụ lục I\n${table("1\tMột\tQuý I/2023\tSở Nội vụ\t\t")}\nPhụ lục II\n${table("1\tHai\tQuý I/2023\tSở Nội vụ\t\t")}`,
    );
    expect(new Set(ids(tasks)).size).toBe(2);
  });
});
