import { settingsStrings } from "../settings-strings.ts";
import "../styles/main.css";

const words = document.documentElement.lang === "en" ? settingsStrings.en : settingsStrings.vi;

/**
 * Choices of the reader that outlive a page, in the order of their words; without storage they last as long as the page.
 * A single key that does something disturbs who dictates: it can be switched off (WCAG 2.1.4).
 */
const choices = [
  ["text", ["small", "", "large", "larger"]],
  ["theme", ["", "light", "dark"]],
  ["slash", ["", "off"]],
] as const;
type Choice = (typeof choices)[number][0];
/** What stands on the buttons for the size of text. */
const SIZES = ["A−", "A", "A+", "A++"];
const root = document.documentElement;

function read(name: Choice): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function choose(name: Choice, value: string): void {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  for (const button of document.querySelectorAll<HTMLButtonElement>(`.settings [name=${name}]`))
    button.setAttribute("aria-pressed", String(button.value === value));
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice holds on this page all the same.
  }
}

function settings(): HTMLElement {
  const box = document.createElement("div");
  box.className = "settings";
  for (const [name, values] of choices) {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const [caption, ...labels] = words[name];
    legend.textContent = caption;
    group.append(legend);
    for (const [i, value] of values.entries()) {
      const button = document.createElement("button");
      const title = labels[i];
      Object.assign(button, {
        type: "button",
        name,
        value,
        textContent: name === "text" ? SIZES[i] : title,
        title,
      });
      button.onclick = () => choose(name, value);
      group.append(button);
    }
    box.append(group);
  }
  return box;
}

/** The choice above the list of plans lives in the address, so that it can be sent and gone back from. */
function filter(form: HTMLFormElement): void {
  const plans = document.querySelectorAll<HTMLElement>("[data-year]");
  const selects = form.querySelectorAll("select");
  const count = form.querySelector("output");
  const query = new URLSearchParams(location.search);
  for (const select of selects) {
    const asked = query.get(select.name) ?? "";
    if ([...select.options].some(({ value }) => value === asked)) select.value = asked;
  }
  const apply = () => {
    let shown = 0;
    for (const plan of plans) {
      plan.hidden = [...selects].some(
        ({ value, dataset: { key = "" } }) => value && !plan.dataset[key]?.split(" ").includes(value),
      );
      if (!plan.hidden) shown++;
    }
    for (const group of document.querySelectorAll<HTMLElement>("section:has([data-year])"))
      group.hidden = !group.querySelector("[data-year]:not([hidden])");
    if (count) count.value = settingsStrings.plans(shown);
  };
  form.onsubmit = () => false;
  form.onchange = () => {
    const chosen = new URLSearchParams();
    for (const { name, value } of selects) if (value) chosen.set(name, value);
    history.replaceState(null, "", chosen.size > 0 ? `?${chosen}` : location.pathname);
    apply();
  };
  apply();
}

document.querySelector(".bottom")?.append(settings());
for (const [name] of choices) choose(name, read(name));
for (const form of document.querySelectorAll<HTMLFormElement>("[data-filter]")) filter(form);

/** "/", unless it is switched off, and Ctrl-K lead to the search field of the page. */
addEventListener("keydown", event => {
  const isTyping = document.activeElement?.matches("input, textarea, select");
  if (
    !(event.key === "/" && !isTyping && !root.dataset.slash) &&
    !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))
  )
    return;
  // That of the search page comes behind that of the head.
  const field = [...document.querySelectorAll<HTMLInputElement>("input[type=search]")].at(-1);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
