import { beforeAll, describe, expect, test } from "vitest";
import { checkSources } from "../scripts/check.ts";
import { loadSources, type Sources } from "../scripts/load.ts";
import { formatProblem } from "../scripts/model/problem.ts";

const FIXTURE = "test/fixtures/good";
const PLAN = "plans/vi-du/vi-du-2023.md";
const REPORT = "updates/so-noi-vu-vi-du/vi-du-2023/2023-07-31.md";
const INDEX = "indices/par-index.yaml";

let good: Sources;
beforeAll(async () => {
  good = await loadSources({ contentDir: `${FIXTURE}/content`, dataDir: `${FIXTURE}/data` });
});

/** What the check says once a file of the good site is changed, or one is added. */
function said(name: string, change: (text: string) => string): string[] {
  const folder = name.endsWith(".md") ? "content" : "data";
  const before = good[folder].find(file => file.name === name)?.text ?? "";
  const file = { path: name, name, text: change(before) };
  expect(file.text).not.toBe(before);
  const files = [...good[folder].filter(known => known.name !== name), file];
  return checkSources({ ...good, [folder]: files }, "2023-12-31").problems.map(formatProblem);
}
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe("one mistake is one message, at the place where it is mended", () => {
  test.each<[string, string, (text: string) => string, string]>([
    [
      "a task without its id, though a report names it",
      PLAN,
      swap("#### A.I.2. Xử lý", "#### Xử lý"),
      `${PLAN}:33:1: tiêu đề “Xử lý vấn đề phát hiện” có danh sách của nhiệm vụ nhưng không có mã`,
    ],
    [
      "an id that stands twice, though a report names the one it should be",
      PLAN,
      swap("#### A.I.2.", "#### A.I.1."),
      `${PLAN}:33:1: mã “A.I.1” đã có ở dòng 26`,
    ],
    [
      "a misspelled threshold of a target",
      PLAN,
      swap("at_most: 10", "most: 10"),
      `${PLAN}:11:39: khóa “most” không có trong định dạng`,
    ],
    [
      "an index that cannot be read, though charts show it",
      INDEX,
      swap("publisher:", "publsher:"),
      `${INDEX}:4:1: khóa “publsher” không có trong định dạng; có phải ý bạn là “publisher”?`,
    ],
    [
      "an agency whose id is no id, though plans and results name it",
      "agencies.csv",
      swap("ubnd-mau,", "UBND Mẫu,"),
      "agencies.csv:6:1: id: mã “UBND Mẫu” không hợp lệ",
    ],
    [
      "a title that is empty: it cannot be left out",
      PLAN,
      swap(/title: .*/, "title:"),
      `${PLAN}:2:7: title: giá trị để trống; ghi giá trị`,
    ],
    [
      "an agency whose id has capitals, though a plan names it by its name",
      "agencies.csv",
      swap("so-tu-phap-vi-du,", "So-Tu-Phap-Vi-Du,"),
      "agencies.csv:4:1: id: mã “So-Tu-Phap-Vi-Du” không hợp lệ",
    ],
    [
      "an agency without id, though a plan names it by its name",
      "agencies.csv",
      swap("so-tu-phap-vi-du,", ","),
      "agencies.csv:4:1: thiếu giá trị ở cột “id”; điền ô này",
    ],
    [
      "a misspelled column of agencies, by which plans find the names",
      "agencies.csv",
      swap("level,parent,", "level,paren,"),
      "agencies.csv:1:31: cột “paren” không có trong định dạng; có phải ý bạn là “parent”?",
    ],
    [
      "a misspelled column of results",
      "results/par-index.csv",
      swap("year;edition;", "yeer;edition;"),
      "results/par-index.csv:1:1: cột “yeer” không có trong định dạng; có phải ý bạn là “year”?",
    ],
    [
      "a kind of agency by its name",
      "agencies.csv",
      swap(",agency,", ",Cơ quan,"),
      "agencies.csv:3:28: kind: “Cơ quan” không có trong danh mục; có phải ý bạn là “agency”?",
    ],
    [
      "a chart block with a capital letter is a chart block",
      "dashboards/a.md",
      () => "---\ntitle: A\n---\n```Chart\ntype: lin\nindex: par-index\n```\n",
      "dashboards/a.md:5:7: không có loại biểu đồ “lin”",
    ],
    [
      "names of columns that stand twice, as where one table was put below another",
      "results/par-index.csv",
      text => `${text}${text.split("\n")[0]}\n`,
      "results/par-index.csv:7:1: dòng lặp lại tên các cột; xóa dòng này",
    ],
    [
      "a site without https://",
      "sites.csv",
      () => "id,name,address\na,Tỉnh A,www.vi-du.vn\n",
      "sites.csv:2:10: address: “www.vi-du.vn” không phải địa chỉ của trang",
    ],
    [
      "a report of a day that has not come, published before it",
      REPORT,
      swap("as_of: 2023-07-31", "as_of: 2032-07-31"),
      `${REPORT}:3:8: báo cáo tại ngày 2032-07-31, sau ngày xét 2023-12-31`,
    ],
    [
      "a report that was copied, with all its tasks",
      REPORT.replace(".md", "-1.md"),
      () => good.content.find(({ name }) => name === REPORT)?.text ?? "",
      `${REPORT.replace(".md", "-1.md")}:9:1: nhiệm vụ A.I.1 và 7 nhiệm vụ khác đã có báo cáo cùng ngày ở ${FIXTURE}/content/${REPORT}; gộp`,
    ],
    [
      "a heading that is none, though a report links to it",
      PLAN,
      swap("#### A.II.4.", "####A.II.4."),
      `${PLAN}:59:1: dòng “####A.II.4. In tờ rơi” không được đọc là tiêu đề`,
    ],
    [
      "a comma between the cells of a row, whose empty end makes room for it",
      "documents.csv",
      text => `${text}2-nq,2/NQ,Nghị quyết, số 2,2021-01-01,,,,\n`,
      "documents.csv:4:1: dòng có 9 ô, nhiều hơn 7 cột",
    ],
    [
      "quotation marks of Word around a value with a comma",
      PLAN,
      swap('"giảm 5.67"', "“giảm 5.67, tăng”"),
      `${PLAN}:17:47: “tăng” đứng riêng sau dấu phẩy; trong {…} dấu phẩy ngăn các khóa, và ngoặc cong`,
    ],
    [
      "a heading that was deleted: its list goes on from the one above",
      PLAN,
      swap("#### A.II.2. Tổ chức hội nghị\n", ""),
      `${PLAN}:50:3: nhãn “Thời hạn” có hai lần; gộp thành một dòng, cách nhau bằng dấu chấm phẩy; là của nhiệm vụ khác thì thêm tiêu đề`,
    ],
    [
      "a deleted heading of a task that a report names, whose list repeats three labels of the one above",
      PLAN,
      swap("#### A.III.2. Rà soát thủ tục hành chính\n", ""),
      `${PLAN}:77:3: nhãn “Thời hạn” có hai lần; gộp thành một dòng`,
    ],
    [
      "a heading that stands further in than the list above it, though a report names it",
      PLAN,
      swap("#### A.II.4.", "   #### A.II.4."),
      `${PLAN}:59:1: tiêu đề “A.II.4. In tờ rơi” thụt vào nên bị coi là một mục của danh sách ở trên; xóa các dấu cách`,
    ],
    [
      "a misspelled label of the state of a task",
      REPORT,
      swap("- Trạng thái: Hoàn thành", "- Trạn thái: Hoàn thành"),
      `${REPORT}:10:3: nhãn “Trạn thái” không có trong định dạng; có phải ý bạn là “Trạng thái”?`,
    ],
    [
      "a deleted heading of a report",
      REPORT,
      swap("## A.I.3\n", ""),
      `${REPORT}:19:3: nhãn “Trạng thái” có hai lần; gộp thành một dòng; là của nhiệm vụ khác thì thêm tiêu đề`,
    ],
    [
      "why something went back, right below the list",
      REPORT,
      swap("60%\n\nTính lại: báo cáo", "60%\ntính lại vì báo cáo"),
      `${REPORT}:22:1: dòng này đứng sát danh sách nên bị gộp vào giá trị của nhãn ở trên; thêm một dòng trống`,
    ],
    [
      "a name of an agency that was broken into two lines",
      PLAN,
      swap("- Phối hợp: Các sở, ban, ngành\n- Sản phẩm", "- Phối hợp: Các sở, ban,\nngành\n- Sản phẩm"),
      `${PLAN}:29:1: dòng này đứng sát danh sách nên bị gộp vào giá trị của nhãn ở trên`,
    ],
    [
      "labels without bullets, so that there is no task, though a report names it",
      PLAN,
      swap("- Chủ trì: Sở Tư pháp\n- Thời hạn: Quý IV", "Chủ trì: Sở Tư pháp\nThời hạn: Quý IV"),
      `${PLAN}:60:1: “Chủ trì” ở dòng này không được đọc là nhãn`,
    ],
    [
      "a fence that swallows tasks that a report names",
      PLAN,
      swap("### A.III.", "```\n### A.III."),
      `${PLAN}:67:1: khối \`\`\` mở ở dòng này không được đóng`,
    ],
    [
      "bold that is not closed",
      PLAN,
      swap("Đây là kế hoạch", "Đây là **kế hoạch"),
      `${PLAN}:19:8: dấu ** không thành chữ đậm và sẽ hiện nguyên; viết **chữ đậm**`,
    ],
    [
      "bold with a space before its end, behind some that is right",
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "**Đây** là **kế hoạch ** ví dụ, 5 \\*\\* sao."),
      `${PLAN}:19:12: dấu ** không thành chữ đậm`,
    ],
    [
      "a link with a space in its address",
      REPORT,
      swap("vi-du.example/bao-cao", "vi-du.example/bao cao"),
      `${REPORT}:12:23: chỗ này không thành liên kết và sẽ hiện nguyên; viết [chữ](địa chỉ)`,
    ],
    [
      "a link with a space before its address",
      PLAN,
      swap(
        "[nhiệm vụ kiểm tra](#A.I.1)",
        "[nhiệm vụ kiểm tra](#A.I.1) và [văn bản] (https://vi-du.example/)",
      ),
      `${PLAN}:19:67: chỗ này không thành liên kết`,
    ],
    [
      "a note for the editors alone",
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "Đây là kế hoạch ví dụ.\n\n<!-- Hỏi lại\nSở Nội vụ -->\n\n"),
      `${PLAN}:21:1: ghi chú <!-- … --> không được giấu đi mà hiện nguyên trên trang; xóa khỏi tệp`,
    ],
    [
      "a line break of a web page",
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "| A | B |\n| --- | --- |\n| một<br/>hai | ba |\n\n"),
      `${PLAN}:21:6: <br> không thành chỗ xuống dòng`,
    ],
    [
      "a table without the line below its names of columns",
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "Theo bảng:\n\n| Năm | Điểm |\n| 2022 | 80 |\n\n"),
      `${PLAN}:21:1: dòng kẻ bằng dấu | không thành bảng`,
    ],
    [
      "a table whose line of dashes has too few cells",
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "| Năm | Điểm | Hạng |\n| --- | --- |\n| 2022 | 80 | 1 |\n\n"),
      `${PLAN}:19:1: dòng kẻ bằng dấu | không thành bảng`,
    ],
    [
      "a target that is not closed",
      PLAN,
      swap("at_most: 10, year: 2023}", "at_most: 10, year: 2023"),
      `${PLAN}:11:5: dấu ngoặc nhọn không được đóng`,
    ],
    [
      "a key in Vietnamese for one of two of which one is needed",
      PLAN,
      swap("year: 2023\nstate", "năm: 2023\nstate"),
      `${PLAN}:6:1: khóa “năm” không có trong định dạng; có phải ý bạn là “year”?`,
    ],
    [
      "an index that a plan names twice",
      PLAN,
      swap("indices: [par-index]", "indices: [par-index, sipas, par-index]"),
      `${PLAN}:8:29: indices: “par-index” đã có ở trên; giữ lại một`,
    ],
    [
      "an edition that was copied and kept its id, by which results and published tables know it",
      INDEX,
      swap("bands:", "  - {id: bo-2, from: 2024, maximum: 100}\nbands:"),
      `${INDEX}:20:5: editions: “bo-2” đã có ở trên`,
    ],
    [
      "a domain with the key of another one of its edition",
      INDEX,
      swap(/name: Cải cách thể chế, maximum: 10}/, "$&\n      - {key: the-che, name: Bộ máy}"),
      `${INDEX}:20:9: domains: “the-che” đã có ở trên`,
    ],
    [
      "a page of prose where the site has a page of its own",
      "pages/minh-bach.md",
      () => "---\ntitle: A\n---\nLời.\n",
      "pages/minh-bach.md:1:1: địa chỉ “/minh-bach/” là của một trang có sẵn; đổi tên tệp",
    ],
    [
      "a page of prose with the name of one in another folder",
      "pages/cu/gioi-thieu.md",
      () => "---\ntitle: A\n---\nLời.\n",
      `pages/cu/gioi-thieu.md:1:1: tên tệp “gioi-thieu” đã có ở ${FIXTURE}/content/pages/gioi-thieu.md`,
    ],
    [
      "a plan that was added once more under another name, so that each of its tasks would count twice",
      "plans/vi-du/ban-sao.md",
      () => good.content.find(({ name }) => name === PLAN)?.text ?? "",
      `plans/vi-du/ban-sao.md:1:1: kế hoạch này đã có ở ${FIXTURE}/content/${PLAN}: cùng tên, cùng số, cùng ngày và cơ quan ban hành`,
    ],
    [
      "a dashboard with the name of a plan, and charts in both, whose files have that name",
      "dashboards/so-noi-vu-vi-du-2023.md",
      () => "---\ntitle: A\n---\n```chart\ntype: ranking\nindex: par-index\n```\n",
      `dashboards/so-noi-vu-vi-du-2023.md:1:1: tệp này và ${FIXTURE}/content/plans/vi-du/so-noi-vu-vi-du-2023.md cùng tên`,
    ],
  ])("%s", (_, name, change, problem) => {
    const problems = said(name, change);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
  });

  test("a line of a list that is no label hides no report of a task that there is not", () => {
    const [about, ...others] = said(PLAN, text =>
      text.replace("- Tiêu chí: par", "- Tiêu chí par").replace("#### A.III.2", "#### A.III.7"),
    );
    expect(about).toContain(
      ":30:3: dòng “Tiêu chí par-index/1.3.1” trong danh sách của nhiệm vụ không có dạng",
    );
    const missing = expect.stringContaining("kế hoạch “vi-du-2023” không có nhiệm vụ “A.III.2”");
    expect(others).toEqual([missing, missing, missing]);
  });

  test("a file that could not be read, though others link to its page", () => {
    const problem = {
      file: `content/${PLAN}`,
      line: 1,
      column: 1,
      message: "không phải UTF-8",
      mend: "lưu lại",
    };
    const content = good.content.filter(({ name }) => !/^(?:plans\/vi-du|updates)\//.test(name));
    expect(checkSources({ ...good, content, problems: [problem] }, "2023-12-31").problems).toEqual([problem]);
  });

  test("a table of agencies without its header, though pages link to the results of a year", () => {
    const page = good.content.find(({ name }) => name === "pages/gioi-thieu.md");
    if (!page) throw new Error("No page");
    const content = [
      ...good.content.filter(({ name }) => name !== page.name && !name.startsWith("updates/")),
      { ...page, text: `${page.text}\n[Năm 2022](/chi-so/par-index/2022/)\n` },
    ];
    expect(checkSources({ ...good, content }, "2023-12-31").problems).toEqual([]);
    const data = good.data.map(file =>
      file.name === "agencies.csv" ? { ...file, text: file.text.replace("id,name", "ma,name") } : file,
    );
    expect(checkSources({ ...good, content, data }, "2023-12-31").problems).toMatchObject([
      { message: "cột “ma” không có trong định dạng" },
    ]);
  });

  test("stars that make words bold, that stand alone, or that are escaped are no mistake", () => {
    const problems = said(
      PLAN,
      swap("Đây là kế hoạch ví dụ.", "**Đây** là 2 ** 3, `**mã**`, \\*\\*sao (\\*\\*)."),
    );
    expect(problems).toEqual([]);
  });

  test("signs of links and web pages that are shown on purpose are no mistake", () => {
    const problems = said(
      PLAN,
      swap(
        "Đây là kế hoạch ví dụ.",
        "`<br>`, 2 | 3 |, `[a](b c)`, ghi chú [1] (https://vi-du.example/), [Xem](<https://vi-du.example/a b>), \\[x](javascript:a), [nhãn](x, f[1](2 < b.",
      ),
    );
    expect(problems).toEqual([]);
  });

  test("addresses that have moved to each other are told once each", () => {
    expect(said("redirects.csv", () => "from,to\n/a/,/b/\n/b/,/a/\n")).toEqual([
      "redirects.csv:2:5: “/b/” cũng đã chuyển, sang “/a/”; ghi địa chỉ còn dùng",
      "redirects.csv:3:5: “/a/” cũng đã chuyển, sang “/b/”; ghi địa chỉ còn dùng",
    ]);
  });
});
