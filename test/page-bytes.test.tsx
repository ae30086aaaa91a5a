import { describe, expect, test } from "vitest";
import { pageWriter } from "../layouts/page-bytes.ts";
import { html, renderHtml } from "../layouts/render.ts";

/** A page of so many rows, with client code in its head. */
function page(rows: number) {
  return (
    <html lang="vi">
      <head>
        <title>{"Nhiệm vụ & hạn"}</title>
        <script type="module" src="/assets/client/main.ts" />
      </head>
      <body>
        <script type="module" src="/assets/client/main.ts" />
        <ul>
          {Array.from({ length: rows }, (_, i) => (
            <li>{html`<a href="/ke-hoach/${i}/">Kiểm tra, rà soát 😀 ${"<đợt>"} ${i}</a>`}</li>
          ))}
        </ul>
      </body>
    </html>
  );
}

const ENTRY = "assets/client/main.ts";
const TAG = '<script src="/cchc/assets/main-1.js"></script>';
const whole = (rows: number) => `<!doctype html>\n${renderHtml(page(rows))}\n`;

describe("a page as bytes", () => {
  test.each([1, 100, 20_000])("of %i rows is what would be written as one text", rows =>
    expect(pageWriter("/", undefined)(page(rows), "a/index.html").toString()).toBe(whole(rows)),
  );
  test("has the folder in front of every address, and in its head the tags of the built client code", () => {
    const text = pageWriter("/cchc/", { [ENTRY]: TAG })(page(500), "a/index.html").toString();
    const [head = "", body = ""] = text.split("</head>");
    expect(head).toContain(TAG);
    expect(body).toContain('<script type="module" src="/cchc/assets/client/main.ts"></script>');
    expect(body.match(/href="\/cchc\/ke-hoach\/\d+\/"/g)).toHaveLength(500);
  });
  test("stands in the memory of the one before, and is as long as itself", () => {
    const write = pageWriter("/", undefined);
    const first = write(page(300), "a/index.html");
    const second = write(page(2), "b/index.html");
    expect(second.buffer).toBe(first.buffer);
    expect(second.toString()).toBe(whole(2));
  });
  test("of what is no page is its text, with the addresses that it names", () =>
    expect(pageWriter("/cchc/", {})('<a href="/b/">Hạn</a>', "a.atom").toString()).toBe(
      '<a href="/b/">Hạn</a>',
    ));
});
