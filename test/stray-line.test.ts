import { describe, expect, test } from "vitest";
import { plan, siteOf } from "./support/sources.ts";

/** The body begins on line 7 of the file. */
const inPlan = (body: string) => siteOf({ "plans/vi-du/ke-hoach.md": plan(body) }).problems;

describe("words that were meant as the list of a task are never published as prose", () => {
  const TASK = "## A.1. Kiểm tra\n";
  test.each([
    ["other bullets", `${TASK}• Chủ trì: Sở Nội vụ\n• Thời hạn: Quý II\n`, "8:3", "“Chủ trì” ở dòng này"],
    ["a dash of Word", `${TASK}– Thời hạn: Quý II\n`, "8:3", "“Thời hạn” ở dòng này"],
    ["no bullets", `${TASK}Chủ trì: Sở Nội vụ\n`, "8:1", "“Chủ trì” ở dòng này"],
    ["a numbered list", `${TASK}1. Chủ trì: Sở Nội vụ\n`, "8:4", "“Chủ trì” ở dòng này"],
    ["no space behind the bullet", `${TASK}-Chủ trì: Sở Nội vụ\n`, "8:2", "“Chủ trì” ở dòng này"],
    ["no space behind the colon", `${TASK}- Chủ trì:Sở Nội vụ\n`, "8:3", "“Chủ trì” ở dòng này"],
    ["a wide colon", `${TASK}- Chủ trì：Sở Nội vụ\n`, "8:3", "“Chủ trì” ở dòng này"],
    ["labels in bold", `${TASK}- **Chủ trì:** Sở Nội vụ\n`, "8:5", "“Chủ trì” ở dòng này"],
    ["a tab in front", `${TASK}\t- Chủ trì: Sở Nội vụ\n`, "8:4", "“Chủ trì” ở dòng này"],
    ["words before the list", `${TASK}Ghi chú.\n\n- Chủ trì: Sở Nội vụ\n`, "10:3", "“Chủ trì” ở dòng này"],
    [
      "words between two lists",
      `${TASK}- Chủ trì: Sở Nội vụ\n\nGhi chú.\n\n- Thời hạn: Quý II\n`,
      "12:3",
      "“Thời hạn” ở dòng này",
    ],
    ["a list without a heading", "- Chủ trì: Sở Nội vụ\n", "7:3", "“Chủ trì” ở dòng này"],
    ["a bold line as heading", "**A.1. Kiểm tra**\n- Chủ trì: Sở Nội vụ\n", "8:3", "“Chủ trì” ở dòng này"],
    [
      "number signs without a space",
      "##A.1. Kiểm tra\n- Chủ trì: Sở Nội vụ\n",
      "7:1",
      "không được đọc là tiêu đề",
    ],
    [
      "the hard space of Word behind number signs",
      "##\u00a0A.1. Kiểm tra\n- Chủ trì: Sở Nội vụ\n",
      "7:1",
      "không được đọc là tiêu đề",
    ],
    ["seven number signs", "####### A.1. Kiểm tra\n", "7:1", "không được đọc là tiêu đề"],
    ["a block of code without end", `\`\`\`\nmã\n\n${TASK}- Chủ trì: Sở Nội vụ\n`, "7:1", "không được đóng"],
    [
      "a value that goes on at the left edge",
      `${TASK}- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II\nhoặc quý III\n`,
      "10:1",
      "dòng này đứng sát danh sách",
    ],
    [
      "an agency behind a semicolon at the left edge",
      `${TASK}- Chủ trì: Sở Nội vụ;\nVăn phòng\n`,
      "9:1",
      "dòng này đứng sát danh sách",
    ],
    [
      "a label without a bullet below the list",
      `${TASK}- Chủ trì: Sở Nội vụ\nThời hạn: Quý II\n`,
      "9:1",
      "“Thời hạn” ở dòng này",
    ],
  ])("%s", (_, body, place, words) => {
    expect(inPlan(body)).toEqual([expect.stringMatching(`^plans/vi-du/ke-hoach\\.md:${place}: .*${words}`)]);
  });

  test.each([
    ["a list with two signs", `${TASK}* Thời hạn: Quý II\n- Chủ trì: Sở Nội vụ\n`, "9:3"],
    ["a bold line as heading", "**A.1. Kiểm tra**\n- Chủ trì: Sở Nội vụ\n", "8:3"],
  ])("%s: a line that is written right is not to be written as it is", (_, body, place) => {
    expect(inPlan(body)).toEqual([
      `plans/vi-du/ke-hoach.md:${place}: “Chủ trì” ở dòng này không được đọc là nhãn; đặt dòng này ngay dưới tiêu đề có dấu # và mã; các dòng của danh sách liền nhau và cùng bắt đầu bằng dấu -, hoặc thay dấu hai chấm bằng &#58; nếu là văn xuôi`,
    ]);
  });

  test("a name in a list below a label is reported on the line of the label", () => {
    const [problem] = inPlan(`${TASK}- Chủ trì:\n  - Sở Nội vụ\n  - Sở Hư Không\n`);
    expect(problem).toMatch(/^plans\/vi-du\/ke-hoach\.md:8:10: không có cơ quan tên “Sở Hư Không”/);
  });

  test.each([
    ["a value that goes on indented", `${TASK}- Chủ trì: Sở Nội vụ\n- Sản phẩm: Báo cáo\n  của tỉnh\n`],
    ["a sentence right below the list", `${TASK}- Chủ trì: Sở Nội vụ\nViệc này làm hằng năm.\n`],
    ["a block of code that is closed", `${TASK}- Chủ trì: Sở Nội vụ\n\n\`\`\`\nChủ trì: ai đó\n\`\`\`\n`],
    ["other words before a colon", "## Tổ chức\nThời hạn: theo quy định.\nThực hiện: các sở.\n"],
    ["a label spelled as prose", `${TASK}- Chủ trì: Sở Nội vụ\n\nThời hạn&#58; xem trên.\n`],
    ["a number sign of prose", "Chiến dịch\n#sachdep bắt đầu.\n"],
  ])("%s is right", (_, body) => expect(inPlan(body)).toEqual([]));
});
