import type { Language } from "../languages.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

interface SaidProps {
  readonly language: Language;
  readonly vietnamese: string;
  readonly english: string | undefined;
}

/** Words of data/indices in the language of the page: where it has none in English, as the source has them, marked as Vietnamese. */
export function Said({ language, vietnamese, english }: SaidProps) {
  if (language === "en" && english !== undefined) return <WholeNumbers text={english} />;
  const said = <WholeNumbers text={vietnamese} />;
  return language === "vi" ? said : <span lang="vi">{said}</span>;
}

/** The same as a whole sentence, with a full stop whether its source has one or not. */
export function SaidWhole({ language, vietnamese, english }: SaidProps) {
  return <Said language={language} vietnamese={whole(vietnamese)} english={english && whole(english)} />;
}

function whole(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
