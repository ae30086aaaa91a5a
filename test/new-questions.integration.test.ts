import { readdir } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { inVietnamese } from "../scripts/ask.ts";
import { createNew } from "../scripts/new.ts";
import { check, copy, said, settings } from "./support/working-copy.ts";

describe("the questions of npm run new", () => {
  /** Everything that the terminal showed. */
  let shown = "";

  /** Answers one question after another, each once its title is seen. */
  async function converse(answers: readonly (readonly [title: string, keys: string])[]) {
    const input = new PassThrough();
    const output = new PassThrough();
    Object.assign(output, { columns: 120, rows: 40 });
    let seen = "";
    let at = 0;
    shown = "";
    output.on("data", (chunk: Buffer) => {
      seen += chunk.toString("utf8");
      shown += chunk.toString("utf8");
      const next = answers[at];
      if (!next || !seen.includes(next[0])) return;
      at++;
      seen = "";
      setTimeout(() => {
        for (const key of next[1]) input.write(key);
      }, 50);
    });
    const outcome = await createNew([], settings(), { input, output: inVietnamese(output) });
    expect(at).toBe(answers.length);
    return outcome;
  }

  test("a report is made by answering, choices are found by typing without marks", async () => {
    const outcome = await converse([
      ["Tạo gì?", "\u001b[B\r"],
      ["Kế hoạch.", "cai cach\r"],
      ["Số liệu tại ngày.", "\r"],
      ["Ngày công bố.", "\r"],
      ["Cơ quan báo cáo.", "\r"],
      ["Số văn bản.", "7/BC-SNV\r"],
      ["Nhiệm vụ được báo cáo.", "\r"],
    ]);
    expect(said(outcome)[0]).toBe("Đã ghi content/updates/so-noi-vu-vi-du/vi-du-2023/2023-12-31.md");
    expect(shown).toContain("Gõ:");
    expect(shown).toContain("Ủy ban nhân dân tỉnh Mẫu (ubnd-mau, đến 2025-06-30)");
    expect(shown).not.toMatch(/search|select|confirm|navigate|match/i);
    const { updates, planBySlug } = await check();
    expect(updates[0]?.document).toBe("7/BC-SNV");
    expect(updates[0]?.tasks).toHaveLength(planBySlug.get("vi-du-2023")?.tasks.length ?? 0);
  });

  test("a choice is found by its words in any order, and Enter on nothing found asks again", async () => {
    const outcome = await converse([
      ["Tạo gì?", "\u001b[B\r"],
      ["Kế hoạch.", "xyz\r"],
      ["Không có mục nào như vậy", "\u007f\u007f\u007f2023 cach vi-du\r"],
      ["Số liệu tại ngày.", "\r"],
      ["Ngày công bố.", "\r"],
      ["Cơ quan báo cáo.", "\r"],
      ["Số văn bản.", "\r"],
      ["Nhiệm vụ được báo cáo.", "\r"],
    ]);
    expect(said(outcome)[0]).toBe("Đã ghi content/updates/so-noi-vu-vi-du/vi-du-2023/2023-12-31.md");
  });

  test("one task of many is reported by choosing it, and answers that do not go with the site are not lost", async () => {
    const outcome = await converse([
      ["Tạo gì?", "\u001b[B\r"],
      ["Kế hoạch.", "cai cach\r"],
      ["Số liệu tại ngày.", `${"\u007f".repeat(10)}31/1/2024\r`],
      ["Ngày công bố.", "\r"],
      ["Cơ quan báo cáo.", "\r"],
      ["Số văn bản.", '7/"BC"\r'],
      ["Nhiệm vụ được báo cáo.", "A.I.3\t\r"],
    ]);
    expect(said(outcome)).toEqual([
      "content/updates/so-noi-vu-vi-du/vi-du-2023/2024-01-31.md:3:8: báo cáo tại ngày 2024-01-31, sau ngày xét 2023-12-31; sửa as_of, hoặc xét từ ngày ấy trở đi (AS_OF=2024-01-31)",
      "Chưa ghi gì.",
      'Sửa chỗ sai trong dòng này rồi chạy lại:\nnpm run new -- update --plan "vi-du-2023" --as_of "31/1/2024" --reporter "so-noi-vu-vi-du" --document "7/\\"BC\\"" --tasks "A.I.3"',
    ]);
  });

  test("Ctrl-C leaves everything as it was", async () => {
    const before = await readdir(copy, { recursive: true });
    const outcome = await converse([["Tạo gì?", "\u0003"]]);
    expect(outcome.isDone).toBe(false);
    expect(await readdir(copy, { recursive: true })).toEqual(before);
  });
});
