import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { renderCalendar, siteCalendars } from "../layouts/calendars.ts";
import { readSettings } from "../scripts/settings.ts";
import { plan, siteOf } from "./support/sources.ts";

// The library does not count the space that a folded line begins with; RFC 5545 allows 75 bytes with it.
ICAL.foldLength = 74;

const TASKS = `## A.1 Kiểm tra; rà soát, công khai
- Chủ trì: Sở Nội vụ
- Thời hạn: Trước 15/6/2023
## A.2 Tổng kết
- Chủ trì: Sở Nội vụ; Sở Tư pháp
- Phối hợp: Sở Nội vụ
- Chủ trì: Sở Tư pháp
- Thời hạn: Trong năm
## A.3 Tuyên truyền
- Chủ trì: Sở Tư pháp
- Thời hạn: Thường xuyên
## A.4 Làm phim về việc giải quyết thủ tục hành chính tại bộ phận một cửa của các cơ quan, đơn vị
- Chủ trì: Sở Tư pháp
- Thời hạn: Quý III/2023
`;
const { site, problems } = siteOf({
  "plans/a/tinh.md": plan(TASKS, "number: 10/KH-UBND\nissued: 2023-02-01\n"),
  "plans/a/khong-han.md": plan(
    "## 1 Việc\n- Chủ trì: Phòng Hành chính\n- Thời hạn: Thường xuyên\n",
    "",
    "so-noi-vu-vi-du",
  ),
  "updates/a/2023-06-30.md":
    "---\nplan: tinh\nas_of: 2023-06-30\n---\n## A.4\n- Trạng thái: Không còn áp dụng\n## A.1\n- Trạng thái: Đang thực hiện\n- Thời hạn mới: 15/7/2023\n",
});
const settings = readSettings({ SITE_URL: "https://vi-du.example", PATH_PREFIX: "/cchc/" }, new Date());

function calendar(page: string, as = settings): string {
  const source = siteCalendars(site).get(page);
  if (!source) throw new Error(`no calendar of ${page}`);
  return renderCalendar(source, as);
}

/** What each event says, in the order of the file. */
function events(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      isDate: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      url: component.getFirstPropertyValue("url"),
      status: component.getFirstPropertyValue("status"),
      stamp: component.getFirstPropertyValue("dtstamp")?.toString(),
    };
  });
}

test("the example has no problems", () => expect(problems).toEqual([]));

describe("the calendar of a plan", () => {
  const text = calendar("/ke-hoach/tinh/");
  test("holds each deadline that gives a date, moved ones as they were moved, as a day that is the same in every time zone", () => {
    expect(events(text).map(({ summary, day, isDate }) => [summary, day, isDate])).toEqual([
      ["A.1. Kiểm tra; rà soát, công khai", "2023-07-15", true],
      ["A.2. Tổng kết", "2023-12-31", true],
      [
        "A.4. Làm phim về việc giải quyết thủ tục hành chính tại bộ phận một cửa của các cơ quan, đơn vị",
        "2023-09-30",
        true,
      ],
    ]);
  });
  test("says once who leads, what was printed, and where the task stands", () => {
    expect(events(text)[1]).toMatchObject({
      uid: "tinh#A.2@vi-du.example/cchc",
      description:
        "Chủ trì: Sở Nội vụ; Sở Tư pháp\nThời hạn: Trong năm (hạn tính được: 31/12/2023)\nKế hoạch: 10/KH-UBND",
      url: "https://vi-du.example/cchc/ke-hoach/tinh/#A.2",
      status: null,
    });
  });
  test("cancels what no longer applies", () => expect(events(text)[2]?.status).toBe("CANCELLED"));
  test("is stamped with the day of the last report, the beginning of 30/6/2023 in Vietnam, and not with today", () =>
    expect(events(text)[0]?.stamp).toBe("2023-06-29T17:00:00Z"));
  test("leaves addresses out where the site has none", () =>
    expect(events(calendar("/ke-hoach/tinh/", readSettings({}, new Date())))[0]?.url).toBeNull());
});

describe("iCalendar", () => {
  const text = calendar("/ke-hoach/tinh/");
  test("is understood by a second reader", () => {
    const read = Object.values(nodeIcal.sync.parseICS(text)).flatMap(item =>
      item?.type === "VEVENT" ? [item] : [],
    );
    expect(read.map(({ summary, datetype }) => [summary, datetype])).toEqual([
      ["A.1. Kiểm tra; rà soát, công khai", "date"],
      ["A.2. Tổng kết", "date"],
      [
        "A.4. Làm phim về việc giải quyết thủ tục hành chính tại bộ phận một cửa của các cơ quan, đơn vị",
        "date",
      ],
    ]);
    expect(read.map(({ start }) => start.toLocaleDateString("en-CA"))).toEqual([
      "2023-07-15",
      "2023-12-31",
      "2023-09-30",
    ]);
  });
  test("has lines of at most 75 bytes that end in CR LF, and never cuts a letter (RFC 5545, 3.1)", () => {
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(line).not.toMatch(/[\r\n\uFFFD]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
  test("is written as ical.js writes it, whatever a task is called", () => {
    const title = String.raw`Số hóa; "a,b" \\ c:d <&> 😀 \n ${"một cửa, 👩‍👩‍👧 ".repeat(20)}`;
    const { site: odd } = siteOf({
      "plans/a/tinh.md": plan(`## A.1 ${title}\n- Chủ trì: Sở A, B\n- Thời hạn: Trong năm\n`),
    });
    const source = siteCalendars(odd).get("/ke-hoach/tinh/");
    const written = source ? renderCalendar(source, settings) : "";
    expect(events(written)[0]?.summary).toBe(`A.1. ${odd.plans[0]?.tasks[0]?.title}`);
    expect(ICAL.stringify(ICAL.parse(written))).toBe(written);
  });
  test("names Vietnam as its zone and holds no clock time but its stamps, which are UTC", () => {
    expect(text).toContain("X-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\n");
    expect(text.match(/^DTSTART.*/gm)).toEqual(
      ["DTSTART;VALUE=DATE:20230715", "DTSTART;VALUE=DATE:20231231", "DTSTART;VALUE=DATE:20230930"].map(
        line => expect.stringContaining(line),
      ),
    );
    expect(text.match(/^DTSTAMP:\d{8}T\d{6}Z\r?$/gm)).toHaveLength(3);
    expect(text.match(/^DTSTAMP/gm)).toHaveLength(3);
  });
});

describe("an agency", () => {
  test("has the deadlines of all that it leads, under the same names as in the plan", () => {
    expect(events(calendar("/co-quan/so-tu-phap-vi-du/")).map(({ uid }) => uid)).toEqual([
      "tinh#A.2@vi-du.example/cchc",
      "tinh#A.4@vi-du.example/cchc",
    ]);
  });
  test("or a plan without a dated deadline has no calendar", () => {
    expect([...siteCalendars(site).keys()].sort()).toEqual([
      "/co-quan/so-noi-vu-vi-du/",
      "/co-quan/so-tu-phap-vi-du/",
      "/ke-hoach/tinh/",
    ]);
  });
});

test("another day of judging changes no calendar", () => {
  const later = { ...site, asOf: "2025-01-01" };
  const source = siteCalendars(later).get("/ke-hoach/tinh/");
  expect(source && renderCalendar(source, settings)).toBe(calendar("/ke-hoach/tinh/"));
});
