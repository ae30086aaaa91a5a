import { describe, expect, test } from "vitest";
import { siteName } from "../layouts/site-name.ts";
import { checkText } from "../scripts/check-text.ts";
import { formatProblem } from "../scripts/model/problem.ts";
import { hostRedirects } from "../scripts/serving/hosts.ts";
import { plan, siteOf } from "./support/sources.ts";

const PLAN = plan("## A.1 Việc\n- Chủ trì: Sở Nội vụ\n");

/** All that is said of a table of redirects on a site with one plan, `/ke-hoach/moi/` with the task A.1. */
function problemsOf(rows: string): string[] {
  const { site, problems } = siteOf({ "plans/a/moi.md": PLAN, "redirects.csv": `from,to,note\n${rows}` });
  return [...problems, ...checkText(site).map(formatProblem)];
}

describe("data/redirects.csv", () => {
  test.each([
    ["a page", "/ke-hoach/cu/,/ke-hoach/moi/,"],
    ["a task", "/ke-hoach/moi/#A.9,/ke-hoach/moi/#A.1,đánh lại số"],
    ["a page that stands elsewhere now", "/gioi-thieu-cu/,https://vi-du.example/gioi-thieu?a=1,"],
    ["a file", "/du-lieu/cu.csv,/ke-hoach/moi/,"],
  ])("leads on from %s", (_, row) => expect(problemsOf(`${row}\n`)).toEqual([]));

  test.each([
    ["/tin/%C4%91%E1%BB%A3t%201/", "/tin/đợt 1/"],
    ["/tin/đợt 1/", "/tin/đợt 1/"],
  ])("%s is the address of the folder that a server looks for", (typed, name) => {
    const { site, problems } = siteOf({ "redirects.csv": `from,to\n${typed},/ke-hoach/\n` });
    expect(problems).toEqual([]);
    expect(site.redirects.map(({ from }) => from)).toEqual([name]);
    expect(hostRedirects({ pathPrefix: "/", redirects: [{ from: name.slice(1), to: "/ke-hoach/" }] })).toBe(
      "/tin/%C4%91%E1%BB%A3t%201/ /ke-hoach/ 301\n",
    );
  });

  test.each([
    [
      "an address with its host",
      "https://a.vn/cu/,/ke-hoach/moi/,",
      "2:1: from: “https://a.vn/cu/” không phải địa chỉ trong trang",
    ],
    [
      "what a server would read as its own",
      "/cu;}/,/ke-hoach/moi/,",
      "2:1: from: “/cu;}/” không phải địa chỉ trong trang",
    ],
    [
      "a step out of the site that is spelled",
      "/%2e%2e/cu/,/ke-hoach/moi/,",
      "2:1: from: “/%2e%2e/cu/” không phải địa chỉ trong trang",
    ],
    [
      "a step out of the site",
      "/../cu/,/ke-hoach/moi/,",
      "2:1: from: “/../cu/” không phải địa chỉ trong trang",
    ],
    ["what is no address", "/cu%/,/ke-hoach/moi/,", "2:1: from: “/cu%/” không phải địa chỉ trong trang"],
    ["a variable of a server", "/cu/,/$host/,", "2:6: to: “/$host/” không phải địa chỉ"],
    ["an address twice", "/cu/,/ke-hoach/moi/,\n/cu/,/ke-hoach/,", "3:1: địa chỉ “/cu/” đã có ở dòng 2"],
    [
      "a chain",
      "/cu/,/giua/,\n/giua/,/ke-hoach/moi/,",
      "2:6: “/giua/” cũng đã chuyển, sang “/ke-hoach/moi/”; ghi thẳng “/ke-hoach/moi/”",
    ],
    [
      "a circle",
      "/cu/,/giua/,\n/giua/,/cu/,",
      "2:6: “/giua/” cũng đã chuyển, sang “/cu/”; ghi địa chỉ còn dùng",
    ],
    [
      "a page that is still there",
      "/ke-hoach/moi/,/ke-hoach/,",
      "2:1: địa chỉ “/ke-hoach/moi/” vẫn có trang",
    ],
    [
      "a task that is still there",
      "/ke-hoach/moi/#A.1,/ke-hoach/,",
      "2:1: địa chỉ “/ke-hoach/moi/#A.1” vẫn có trang",
    ],
    [
      "a successor that is not there",
      "/cu/,/ke-hoach/mo/,",
      "2:6: liên kết “/ke-hoach/mo/” không dẫn tới trang nào; có phải ý bạn là “/ke-hoach/moi/”?",
    ],
    [
      "a successor that would be a document that nobody entered",
      "/cu/,/van-ban/1-qd-vd-2023/,",
      "2:6: liên kết “/van-ban/1-qd-vd-2023/” không dẫn tới trang nào; thêm văn bản này vào documents.csv, hoặc bỏ liên kết",
    ],
    [
      "a successor that would be an agency that nobody entered",
      "/cu/,/co-quan/so-moi/,",
      "2:6: liên kết “/co-quan/so-moi/” không dẫn tới trang nào; thêm cơ quan này vào agencies.csv, hoặc bỏ liên kết",
    ],
    [
      "a successor task that is not there",
      "/cu/,/ke-hoach/moi/#A.2,",
      "2:6: liên kết “/ke-hoach/moi/#A.2” không dẫn tới trang nào",
    ],
  ])("refuses %s", (_, rows, problem) => {
    const found = problemsOf(`${rows}\n`);
    expect(found[0]).toContain(`redirects.csv:${problem}`);
  });
});

describe("data/contact.yaml", () => {
  const contactOf = (text: string) => siteOf({ "contact.yaml": text });
  test("says whom to tell of an error", () => {
    const { site, problems } = contactOf(
      "agency: so-noi-vu-vi-du\nemail: cchc@vi-du.example\nphone: 0235 000 0000\n",
    );
    expect(problems).toEqual([]);
    expect(site.contact).toEqual({
      agency: "so-noi-vu-vi-du",
      email: "cchc@vi-du.example",
      phone: "0235 000 0000",
    });
  });
  test("says what the site is called", () => {
    const { site, problems } = contactOf("site_name: Cải cách hành chính Ví Dụ\n");
    expect(problems).toEqual([]);
    expect(siteName(site)).toBe("Cải cách hành chính Ví Dụ");
    expect(siteName(siteOf({}).site)).toBe("Minh Bạch");
  });
  test("may be absent: nothing is made up", () => expect(siteOf({}).site.contact).toEqual({}));
  test.each([
    ["email: cchc\n", "contact.yaml:1:8: email: “cchc” không phải địa chỉ thư điện tử"],
    ["phone: gọi sau\n", "contact.yaml:1:8: phone: “gọi sau” không phải số điện thoại"],
    ["agency: so-noi-vu\n", "contact.yaml:1:9: không có cơ quan mang mã “so-noi-vu”"],
    ["mail: a@b.vn\n", "contact.yaml:1:1: khóa “mail” không có trong định dạng; có phải ý bạn là “email”?"],
  ])("%j is refused", (text, problem) => {
    const { problems } = contactOf(text);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
