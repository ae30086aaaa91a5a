import { strings } from "../strings.ts";
import "../nhung.js";
import "../styles/embed-maker.css";

/** Makes a chooser with code and preview out of the list of ready codes; the list stays for reading. */
function makeChooser(place: HTMLElement): void {
  const words = strings.embed;
  const codes = new Map<string, { code: string; frame: string; title: string }>();
  const select = document.createElement("select");
  for (const group of document.querySelectorAll<HTMLElement>("[data-embed-group]")) {
    const options = document.createElement("optgroup");
    options.label = group.dataset.embedGroup ?? "";
    for (const item of group.querySelectorAll("details")) {
      const frame = item.querySelector("a")?.href ?? "";
      const title = item.querySelector("summary")?.textContent ?? "";
      const field = item.querySelector("textarea");
      // A site that was built without an origin has the one at which it is read.
      if (field) field.value = field.value.replaceAll('="/', `="${location.origin}/`);
      codes.set(frame, { code: field?.value ?? "", frame, title });
      options.append(new Option(title, frame));
    }
    select.append(options);
  }
  document.querySelector("[data-no-origin]")?.remove();
  const label = document.createElement("label");
  label.append(words.choose, select);
  const field = document.createElement("textarea");
  Object.assign(field, { readOnly: true, rows: 5, spellcheck: false });
  const fieldLabel = document.createElement("label");
  fieldLabel.append(words.copyHint, field);
  const copy = document.createElement("button");
  Object.assign(copy, { type: "button", textContent: words.copy });
  const said = document.createElement("output");
  const preview = document.createElement("iframe");
  preview.dataset.minhBach = "";
  copy.addEventListener("click", async () => {
    field.select();
    // The clipboard is there only on secure pages; elsewhere the code stands selected.
    const isCopied = await navigator.clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    );
    said.textContent = isCopied ? words.copied : words.selected;
  });
  const show = () => {
    const chosen = codes.get(select.value);
    if (!chosen) return;
    field.value = chosen.code;
    said.textContent = "";
    preview.src = chosen.frame;
    preview.title = `${words.preview}: ${chosen.title}`;
  };
  select.addEventListener("change", show);
  place.append(label, fieldLabel, copy, said, preview);
  show();
}

const place = document.querySelector<HTMLElement>("[data-embed-maker]");
if (place) makeChooser(place);
