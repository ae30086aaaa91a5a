import type { PageProblem } from "../../../scripts/preview.ts";
import { previewStrings } from "../../preview-strings.ts";

const words = previewStrings;

const STYLE = `
:host { all: initial; }
section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
  font: 15px/1.5 "Be Vietnam Pro", system-ui, sans-serif; color: #1a1a1a; background: #fff4f2; border-top: 4px solid #a3201d;
  box-shadow: 0 -4px 24px rgb(0 0 0 / 25%); }
details { padding: 8px 16px; }
summary { min-height: 24px; font-weight: 600; cursor: pointer; }
ol { margin: 8px 0; padding: 0 0 0 24px; }
li { margin: 6px 0; }
code { display: block; font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; color: #7a1815; }
p { margin: 4px 0; }
a { color: #7a1815; }
@media (prefers-color-scheme: dark) {
  section { color: #f3eeee; background: #3a1a18; }
  code, a { color: #ffb4ab; }
}
@media print { section { display: none; } }
`;

const host = document.createElement("div");
const root = host.attachShadow({ mode: "open" });

/** Shows what is wrong, over the page that it belongs to; nothing at all when all is well. */
function show(problems: readonly PageProblem[]): void {
  if (problems.length === 0) {
    host.remove();
    return;
  }
  const here = problems.filter(({ page }) => page === location.pathname);
  const elsewhere = problems.filter(({ page }) => page !== location.pathname);
  const style = element("style", STYLE);
  const panel = element("section");
  panel.setAttribute("role", "status");
  panel.setAttribute("aria-label", words.label);
  if (here.length > 0) {
    const own = element(
      "details",
      element("summary", words.here(here.length)),
      element("p", words.old),
      list(here),
    );
    own.open = true;
    panel.append(own);
  }
  if (elsewhere.length > 0)
    panel.append(element("details", element("summary", words.elsewhere(elsewhere.length)), list(elsewhere)));
  root.replaceChildren(style, panel);
  document.body.append(host);
}

function list(problems: readonly PageProblem[]): HTMLElement {
  const items = problems.map(({ file, line, column, message, mend, page }) => {
    const item = element("li", element("code", `${file}:${line}:${column}`), `${message}; ${mend}`);
    if (page !== undefined && page !== location.pathname) {
      const link = element("a", words.open);
      link.href = page;
      item.append(" (", link, ")");
    }
    return item;
  });
  return element("ol", ...items);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

import.meta.hot?.on("content:problems", show);
const version = document.querySelector<HTMLMetaElement>('meta[name="content-version"]')?.content;
import.meta.hot?.send("content:ask", version);
