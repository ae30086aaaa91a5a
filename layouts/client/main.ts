import "../styles/main.css";

const isEnglish = document.documentElement.lang === "en";
const say = (vietnamese: string, english: string) => (isEnglish ? english : vietnamese);

/** Choices of the reader that outlive a page; without storage they last as long as the page. */
const choices = {
  text: [
    ["small", "A−", say("Chữ nhỏ", "Small text")],
    ["", "A", say("Chữ vừa", "Normal text")],
    ["large", "A+", say("Chữ lớn", "Large text")],
    ["larger", "A++", say("Chữ rất lớn", "Very large text")],
  ],
  theme: [
    ["", say("Theo máy", "Device"), say("Giao diện theo máy", "Theme of the device")],
    ["light", say("Sáng", "Light"), say("Giao diện sáng", "Light theme")],
    ["dark", say("Tối", "Dark"), say("Giao diện tối", "Dark theme")],
  ],
} as const;
const legends = { text: say("Cỡ chữ", "Text size"), theme: say("Giao diện", "Theme") };
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
    legend.textContent = legends[name];
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

/** Selects above the list of plans; the choice lives in the address, so that it can be sent and gone back from. */
function filter(list: HTMLElement): void {
  const plans = [...list.querySelectorAll<HTMLElement>("[data-year]")];
  const names = {
    nam: ["year", "Năm"],
    co_quan: ["agency", "Cơ quan"],
    chi_so: ["index", "Chỉ số"],
  } as const;
  const form = document.createElement("form");
  const count = document.createElement("output");
  form.className = "filter";
  const query = new URLSearchParams(location.search);
  const selects = Object.entries(names).map(([name, [key, label]]) => {
    const values = new Map<string, string>();
    for (const plan of plans) {
      const words = plan.dataset[`${key}Name`]?.split("|");
      plan.dataset[key]?.split(" ").forEach((value, i) => {
        if (value) values.set(value, words?.[i] ?? value);
      });
    }
    const select = document.createElement("select");
    const all = [...values].sort(([, a], [, b]) =>
      key === "year" ? b.localeCompare(a) : a.localeCompare(b, "vi"),
    );
    for (const [value, text] of [["", "Tất cả"], ...all]) select.add(new Option(text, value));
    select.name = name;
    select.value = values.has(query.get(name) ?? "") ? (query.get(name) ?? "") : "";
    const box = document.createElement("label");
    box.append(label, select);
    form.append(box);
    return { name, key, select };
  });
  const apply = () => {
    let shown = 0;
    for (const plan of plans) {
      plan.hidden = selects.some(
        ({ key, select }) => select.value && !plan.dataset[key]?.split(" ").includes(select.value),
      );
      if (!plan.hidden) shown++;
    }
    for (const group of list.querySelectorAll<HTMLElement>("section"))
      group.hidden = !group.querySelector("[data-year]:not([hidden])");
    count.textContent = `${shown} kế hoạch`;
  };
  form.append(count);
  form.onsubmit = () => false;
  form.onchange = () => {
    const chosen = new URLSearchParams();
    for (const { name, select } of selects) if (select.value) chosen.set(name, select.value);
    history.replaceState(null, "", chosen.size > 0 ? `?${chosen}` : location.pathname);
    apply();
  };
  list.prepend(form);
  for (const links of document.querySelectorAll<HTMLElement>(".facets")) links.hidden = true;
  apply();
}

document.querySelector(".bottom")?.append(settings());
for (const name of ["text", "theme"] as const) choose(name, read(name));
for (const list of document.querySelectorAll<HTMLElement>("[data-filter]")) filter(list);

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
