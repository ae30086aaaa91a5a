import { type Readable, Writable } from "node:stream";
import { autocomplete, autocompleteMultiselect, isCancel, select, text } from "@clack/prompts";
import { type Answers, type Question, splitAnswer } from "./model/question.ts";
import { fold } from "./model/vietnamese.ts";

/** Where questions are asked and answered: the terminal, or what a test puts in its place. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Asks one question until the answer can be used.
 * @returns the answer as text, `""` when it was left out, undefined when the editor gave up
 */
export async function ask(
  { title, help, example, isRequired, options: optionsOf, isMany, initial, check }: Question,
  answers: Answers,
  terminal: Terminal,
): Promise<string | undefined> {
  const first = initial(answers);
  const options = optionsOf(answers);
  if (options && options.length > 0) {
    const list = { ...terminal, message: `${title}. ${help}`, maxItems: 10, filter: isNear };
    const choices = isRequired || isMany ? [...options] : [{ value: "", label: "(bỏ trống)" }, ...options];
    if (isMany) {
      const chosen = await autocompleteMultiselect({
        ...list,
        options: choices,
        required: isRequired,
        initialValues: splitAnswer(first ?? ""),
      });
      return isCancel(chosen) ? undefined : chosen.join(", ");
    }
    const chosen = await autocomplete({
      ...list,
      options: choices,
      // Enter on a list that nothing is left of would otherwise pass for giving up.
      validate: value => (value === undefined ? "Không có mục nào như vậy; sửa chữ đã gõ." : undefined),
      ...(first !== undefined && { initialValue: first }),
    });
    return isCancel(chosen) ? undefined : chosen;
  }
  const typed = await text({
    ...terminal,
    message: `${title}. ${help}${isRequired ? "" : " Enter để bỏ trống."}`,
    placeholder: first === undefined ? `Ví dụ: ${example}` : "",
    ...(first !== undefined && { initialValue: first }),
    validate: value => {
      const answer = value?.trim() ?? "";
      if (answer === "") return isRequired ? "Cần có câu trả lời." : undefined;
      return check(answer);
    },
  });
  return isCancel(typed) ? undefined : (typed?.trim() ?? "");
}

/** Asks for one of a few; undefined when the editor gave up. */
export async function askOne<Value extends string>(
  message: string,
  labels: Readonly<Record<Value, string>>,
  terminal: Terminal,
): Promise<string | undefined> {
  const options = Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
  const chosen = await select({ ...terminal, message, options, showInstructions: false });
  return isCancel(chosen) ? undefined : chosen;
}

/** What the prompts say in English by themselves; they have no setting for it. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/Search:/g, "Tìm:"],
  [/Type:/g, "Gõ:"],
  [/Space\/Tab:/g, "Dấu cách/Tab:"],
  [/ to select/g, " để chọn"],
  [/ to navigate/g, " để di chuyển"],
  [/ to search/g, " để tìm"],
  [/(?<=Tab:\S{0,5}) select/g, " chọn"],
  [/(?<=Enter:\S{0,5}) confirm/g, " xác nhận"],
  [/\((\d+) match(?:es)?\)/g, "($1 mục)"],
  [/No matches found/g, "Không thấy mục nào"],
  [/(\d+) items selected/g, "Đã chọn $1 mục"],
  [/Please select at least one item/g, "Chọn ít nhất một mục"],
];

/** A terminal on which the prompts speak Vietnamese. */
export function inVietnamese(output: Writable & { columns?: number; rows?: number }): Writable {
  const translated = new Writable({
    decodeStrings: false,
    write(words, _, done) {
      output.write(
        ENGLISH.reduce((text, [said, meant]) => text.replace(said, meant), String(words)),
        done,
      );
    },
  });
  output.on("resize", () => translated.emit("resize"));
  return Object.defineProperties(translated, {
    columns: { get: () => output.columns },
    rows: { get: () => output.rows },
  });
}

/** Vietnamese is looked up as people type it: without marks, a few words of the name. */
function isNear(typed: string, { label = "" }: { label?: string }): boolean {
  const folded = fold(label);
  return fold(typed)
    .split(" ")
    .every(word => folded.includes(word));
}
