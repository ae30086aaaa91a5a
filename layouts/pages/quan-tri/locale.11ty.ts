import words from "../../../node_modules/@sveltia/cms/locales/vi.json" with { type: "json" };
import type { Settings } from "../../../scripts/settings.ts";
import { ADMIN_WORDS } from "../../admin-words.ts";
import { urls } from "../../urls.ts";

export const data = {
  permalink: ({ settings }: { settings: Settings }) =>
    settings.admin ? `${urls.admin}cms/locales/vi.js` : false,
};

/** The CMS in Vietnamese: its own translation with what it lacks, as a module that browsers load. */
export default function AdminLocale() {
  const { sign_in_error, entry_sidebar } = words;
  const all = {
    ...words,
    ...ADMIN_WORDS,
    sign_in_error: { ...sign_in_error, ...ADMIN_WORDS.sign_in_error },
    entry_sidebar: { ...entry_sidebar, ...ADMIN_WORDS.entry_sidebar },
  };
  return `export default ${JSON.stringify(all)};\n`;
}
