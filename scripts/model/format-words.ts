import type { z } from "zod";
import { agencyFields } from "./agency.ts";
import { AGENCY_WORDS, DOCUMENT_WORDS, RESULT_WORDS } from "./data-words.ts";
import { documentFields } from "./document.ts";
import { pageFields } from "./page.ts";
import { planFields } from "./plan.ts";
import { PLAN_WORDS } from "./plan-words.ts";
import { resultFields } from "./result.ts";
import { updateFields } from "./update.ts";
import { UPDATE_WORDS } from "./update-words.ts";

/** What an editor is told about a key: its name, what to write, a value as it is typed, what its options mean. */
export interface Words {
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly options?: Readonly<Record<string, string>>;
  /** What to write, or to choose, where it is a box of a form and not a key of a file; `help` where nothing is said. */
  readonly inForm?: string;
  /** What else people put into the header of a table for it. */
  readonly alsoCalled?: readonly string[];
}

/** The keys of a schema: the compiler asks for words for every one of them, and for none that is not there. */
export type KeysOf<Schema extends z.ZodObject> = keyof Schema["shape"] & string;
/** Words for all keys of a schema. */
export type WordsOf<Schema extends z.ZodObject> = Readonly<Record<KeysOf<Schema>, Words>>;

const PAGE: WordsOf<typeof pageFields> = {
  title: { title: "Tên trang", help: "Tiêu đề ở đầu trang.", example: "Giới thiệu" },
  description: {
    title: "Mô tả",
    help: "Một câu cho kết quả tìm kiếm và khi chia sẻ.",
    example: "Trang này công khai điều gì, cho ai.",
  },
};

/** Every format that editors write: the schema that the checker uses, and the words for its keys. */
export const WORDS = {
  plan: { schema: planFields, words: PLAN_WORDS },
  update: { schema: updateFields, words: UPDATE_WORDS },
  page: { schema: pageFields, words: PAGE },
  agency: { schema: agencyFields, words: AGENCY_WORDS },
  document: { schema: documentFields, words: DOCUMENT_WORDS },
  result: { schema: resultFields, words: RESULT_WORDS },
} as const;
