import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { html, renderHtml } from "../layouts/render.ts";

function Counter() {
  const [count] = useState(3);
  return <button type="button">{count}</button>;
}

function Frame({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Broken(): never {
  throw new Error("no such plan");
}

describe("pages are written as Preact's own renderer writes them", () => {
  test.each([
    ["text is escaped", <p title={'"<&>"'}>{"1 < 2 & \"3\" > '2'"}</p>],
    ["nothing is nothing", <p>{[null, undefined, true, false, "", 0, Number.NaN]}</p>],
    ["void elements", [<br />, <input type="search" name="q" required />, <meta charset="utf-8" />]],
    ["attributes without a value", <p title="" id={undefined} hidden={false} data-task data-filter="" />],
    ["words of aria and data", <p aria-hidden={false} aria-busy data-open={false} />],
    ["names of the DOM", <time dateTime="2023-06-30" class={undefined} className="due" />],
    ["cells", <td colSpan={2} rowSpan={3} />],
    ["markup that is given", <div dangerouslySetInnerHTML={{ __html: "<b>1 & 2</b>" }} />],
    ["no markup that is given", <div dangerouslySetInnerHTML={{ __html: "" }}>text</div>],
    ["parts in parts", <Frame title="A & B">{[1, <Frame title="C">{"d"}</Frame>, [<>e</>]]}</Frame>],
    ["parts with hooks", <Frame title="Compare">{[<Counter />, <Counter />]}</Frame>],
    ["drawings", <svg viewBox="0 0 1 1" strokeWidth={2} children={<path clipPath="url(#a)" />} />],
    ["choices", <select value="b" children={[<option value="a" />, <option value="b">b</option>]} />],
    ["fields", <p className="q" children={<input value="<" style={{ color: "red", top: 1 }} />} />],
  ])("%s", (_, page) => expect(renderHtml(page)).toBe(renderToString(page as never)));
});

test("an error of a part is its own, not one of rendering", () =>
  expect(() =>
    renderHtml(
      <Frame title="A">
        <Broken />
      </Frame>,
    ),
  ).toThrow("no such plan"));

describe("markup of rows", () => {
  const title = `"A" & <b>'s`;
  test("escapes what is put in, in text and in attributes", () =>
    expect(renderHtml(html`<a href="${title}">${title}</a>`)).toBe(
      renderToString(<a href={title}>{title}</a>),
    ));
  test("takes parts, lists and numbers, and writes nothing for nothing", () => {
    const row = html`<td>${html`<b>${1} & 2</b>`}${[<i>{"<"}</i>, " ", undefined]}${false}${null}</td>`;
    expect(renderHtml(row)).toBe("<td><b>1 & 2</b><i>&lt;</i> </td>");
  });
  test("has no space where a line ends, and the spaces within a line", () => {
    const row = html`
      <tr>
        <td>${1}. ${2}</td>
      </tr>`;
    expect(renderHtml(row)).toBe("<tr><td>1. 2</td></tr>");
  });
  test("stands in a page of Preact's own renderer as it is", () =>
    expect(renderToString(<p>{html`<b>${"&"}</b>`}</p>)).toBe("<p><b>&amp;</b></p>"));
});
