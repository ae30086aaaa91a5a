import { appendFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createNew } from "../scripts/new.ts";
import { runScript } from "./support/run.ts";
import { check, copy, read, said, settings } from "./support/working-copy.ts";

const make = (...args: string[]) => createNew(args, settings(), undefined);

describe("npm run new -- plan", () => {
  const plan = [
    "plan",
    "--agency",
    "so-tu-phap-vi-du",
    "--title",
    "Kế hoạch đổi mới: năm 2024",
    "--year",
    "2024",
  ];

  test("makes a draft with one task of the agency, and names it without marks", async () => {
    const outcome = await make(...plan);
    const name = "content/plans/so-tu-phap-vi-du/ke-hoach-doi-moi-nam-2024.md";
    expect(said(outcome)[0]).toBe(`Đã ghi ${name}`);
    expect(await read(name)).toBe(`---
title: "Kế hoạch đổi mới: năm 2024"
agency: so-tu-phap-vi-du
year: 2024
state: draft
---
Mục đích, yêu cầu của kế hoạch.

## A. Nhóm nhiệm vụ

### A.1. Tên nhiệm vụ
- Chủ trì: Sở Tư pháp
- Thời hạn: Trong năm 2024
`);
    const site = await check();
    expect(site.planBySlug.get("ke-hoach-doi-moi-nam-2024")?.tasks).toHaveLength(1);
  });

  test("takes lists and a period of years", async () => {
    expect(
      (await make(...plan.slice(0, 5), "--years", "2024, 2026", "--indices", "par-index", "--slug", "ba-nam"))
        .isDone,
    ).toBe(true);
    expect((await check()).planBySlug.get("ba-nam")).toMatchObject({
      years: [2024, 2026],
      indices: ["par-index"],
    });
  });

  test("says what a period of years is, and takes it as the files write it", async () => {
    const period = (years: string) => make(...plan.slice(0, 5), "--years", years, "--slug", "ba-nam");
    expect(said(await period("2024"))).toEqual([
      "--years: cần đúng 2 giá trị, như [2023, 2025]. Cho kế hoạch nhiều năm; chỉ dùng một trong hai khóa year và years.",
    ]);
    expect((await period("[2024, 2026]")).isDone).toBe(true);
    expect((await check()).planBySlug.get("ba-nam")?.years).toEqual([2024, 2026]);
  });

  test("refuses words that belong to no flag: a title without quotation marks would be cut off", async () => {
    expect(said(await make("plan", "--agency", "ubnd-vi-du", "--title", "Kế", "hoạch", "2024"))).toEqual([
      'thừa “hoạch 2024”; đặt giá trị có dấu cách trong ngoặc kép "…"',
    ]);
  });

  test("refuses settings that are wrong", async () => {
    const outcome = await createNew(plan, settings("31/6/2023"), undefined);
    expect(said(outcome)).toEqual([
      "AS_OF:1:1: “31/6/2023” không phải ngày có trong lịch; đặt AS_OF dạng 2023-06-30",
    ]);
    expect(outcome.isDone).toBe(false);
  });

  test("does not replace a file, nor take the address of another plan", async () => {
    await make(...plan, "--slug", "moi");
    expect(said(await make(...plan, "--slug", "moi"))).toEqual([
      "đã có tệp content/plans/so-tu-phap-vi-du/moi.md; mở tệp đó, hoặc chọn tên khác",
    ]);
    expect(said(await make(...plan, "--slug", "vi-du-2023")).join()).toContain("tên tệp “vi-du-2023” đã có");
    await check();
  });

  test("says all that is missing or wrong at once, and writes nothing", async () => {
    const before = await readdir(copy, { recursive: true });
    expect(said(await make("plan", "--title", "Kế hoạch"))).toEqual([
      'thiếu --agency (Cơ quan ban hành); ví dụ --agency "ubnd-vi-du"',
    ]);
    expect(
      said(
        await make("plan", "--agency", "UBND", "--isued", "x", "--state", "xong", "--issued", "31/6/2023"),
      ),
    ).toEqual([
      "--agency: không có cơ quan mang mã “UBND”; thêm cơ quan vào agencies.csv",
      "không có lựa chọn --isued; có phải ý bạn là “--issued”?",
      "--state: “xong” không có trong danh mục; dùng một trong: draft (Dự thảo), issued (Đã ban hành), replaced (Đã thay thế), ended (Đã kết thúc)",
      "--issued: ngày “31/6/2023” không có trong lịch; kiểm tra lại ngày và tháng",
    ]);
    expect(said(await make("plan", "--agency", "so-tu-phap", "--title", "A"))[0]).toMatch(
      "--agency: không có cơ quan mang mã “so-tu-phap”; có phải ý bạn là “so-tu-phap-vi-du”?",
    );
    expect(said(await make("pln"))).toEqual(["không tạo được “pln”; có phải ý bạn là “plan”?"]);
    expect(await readdir(copy, { recursive: true })).toEqual(before);
  });
});

describe("npm run new -- update", () => {
  test("begins with every task of the plan and what was last reported on it", async () => {
    const outcome = await make(
      "update",
      "--plan",
      "vi-du-2023",
      "--as_of",
      "2023-10-31",
      "--reporter",
      "so-noi-vu-vi-du",
    );
    const name = "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-10-31.md";
    const text = await read(name);
    expect(text).toContain(
      "## A.I.1. Kiểm tra ít nhất 30% số cơ quan\n- Trạng thái: Hoàn thành\n- Giá trị: 14/40 cơ quan\n- Minh chứng: [Báo cáo](https://vi-du.example/bao-cao)\n- Ngày hoàn thành: 2023-06-20\n",
    );
    expect(text).toContain("## A.I.3. Báo cáo kết quả\n- Trạng thái: Đang thực hiện\n- Tiến độ: 60%\n");
    expect(text).toContain("## A.I.4. Công khai kết quả\n- Trạng thái: Chưa bắt đầu\n");
    expect(said(outcome)[1]).toMatch(/^\d nhiệm vụ chưa từng có báo cáo được ghi “Chưa bắt đầu”: A.I.4, /);
    const site = await check();
    const plan = site.planBySlug.get("vi-du-2023");
    expect(site.updates[0]?.tasks.map(({ task }) => task)).toEqual(plan?.tasks.map(({ id }) => id));
  });

  test("is named after its day however the day is typed", async () => {
    const outcome = await make("update", "--plan", "vi-du-2023", "--as_of", "31/10/2023", "--tasks", "A.I.3");
    expect(outcome).toMatchObject({ isDone: true });
    const text = await read("content/updates/so-noi-vu-vi-du/vi-du-2023/2023-10-31.md");
    expect(text).toContain("as_of: 31/10/2023\n");
  });

  test("takes the reporter of the last report, today, and only the tasks that are named", async () => {
    expect((await make("update", "--plan", "vi-du-2023", "--tasks", "A.I.3")).isDone).toBe(true);
    const text = await read("content/updates/so-noi-vu-vi-du/vi-du-2023/2023-12-31.md");
    expect(text.match(/^## /gm)).toHaveLength(1);
    await check();
  });

  test("refuses a task that the plan does not have", async () => {
    const outcome = await make("update", "--plan", "vi-du-2023", "--tasks", "A.I.33");
    expect(said(outcome).join()).toContain("kế hoạch “vi-du-2023” không có nhiệm vụ “A.I.33”");
    expect(outcome.isDone).toBe(false);
  });
});

describe("npm run new -- page, dashboard", () => {
  test.each([
    [["page", "--title", "Hỏi đáp"], "content/pages/hoi-dap.md"],
    [["page", "--title", "Hỏi đáp ".repeat(40)], `content/pages/${"hoi-dap-".repeat(25).slice(0, -1)}.md`],
    [["dashboard", "--title", "Điểm số", "--description", "Điểm các năm"], "content/dashboards/diem-so.md"],
  ])("%j", async (args, name) => {
    expect(said(await make(...args))[0]).toBe(`Đã ghi ${name}`);
    await check();
  });
});

test("faults that stand elsewhere do not keep one from writing", async () => {
  await appendFile(join(copy, "content/pages/gioi-thieu.md"), "\n[chết](/khong-co/)\n");
  expect((await make("page", "--title", "Hỏi đáp")).isDone).toBe(true);
});

test("the command prints, and ends with 1 when nothing was made", async () => {
  const env = { CONTENT_DIR: join(copy, "content"), DATA_DIR: join(copy, "data"), AS_OF: "2023-12-31" };
  const good = await runScript("scripts/new.ts", env, ["page", "--title", "Hỏi đáp"]);
  expect({ ...good, stdout: good.stdout.split("\n").length }).toEqual({ code: 0, stdout: 3, stderr: "" });
  const bad = await runScript("scripts/new.ts", env, []);
  expect(bad).toEqual({
    code: 1,
    stdout: "",
    stderr: "cần nói tạo gì: npm run new -- plan | update | page | dashboard | agency | result\n",
  });
});
