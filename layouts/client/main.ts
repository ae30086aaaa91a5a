import { settingsStrings } from "../settings-strings.ts";
import "../styles/main.css";

const words = document.documentElement.lang === "en" ? settingsStrings.en : settingsStrings.vi;

/** Choices of the reader that outlive a page; without storage they last as long as the page. */
const choices = {
  text: [
    ["small", "A−", words.text.small],
    ["", "A", words.text.normal],
    ["large", "A+", words.text.large],
    ["larger", "A++", words.text.larger],
  ],
  theme: [
    ["", words.theme.device, words.theme.deviceLabel],
    ["light", words.theme.light, words.theme.lightLabel],
    ["dark", words.theme.dark, words.theme.darkLabel],
  ],
} as const;
const root = document.documentElement;

function read(name: keyof typeof choices): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function choose(name: keyof typeof choices, value: string): void {
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
  for (const name of ["text", "theme"] as const) {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = words[name].legend;
    group.append(legend);
    for (const [value, label, title] of choices[name]) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", name, value, textContent: label, title });
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
for (const name of ["text", "theme"] as const) choose(name, read(name));
for (const form of document.querySelectorAll<HTMLFormElement>("[data-filter]")) filter(form);

/** "/" and Ctrl-K lead to the search field of the page. */
addEventListener("keydown", event => {
  const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (
    !(event.key === "/" && !isTyping) &&
    !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))
  )
    return;
  const field =
    document.querySelector<HTMLInputElement>("main input[type=search]") ??
    document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
