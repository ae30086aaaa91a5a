import type { Agency } from "./agency.ts";
import { dayText } from "./day-text.ts";

/** Since when and until when an agency exists; empty where no day is known. */
export function existence({ validFrom, validTo }: Agency): string {
  return [validFrom && `từ ${dayText(validFrom)}`, validTo && `đến ${dayText(validTo)}`]
    .filter(Boolean)
    .join(", ");
}
