import words from "../../../node_modules/@sveltia/cms/locales/vi.json" with { type: "json" };
import type { Settings } from "../../../scripts/load.ts";
import { urls } from "../../urls.ts";

export const data = {
  permalink: ({ settings }: { settings: Settings }) =>
    settings.admin ? `${urls.admin}cms/locales/vi.js` : false,
};

/** The CMS in Vietnamese: its own translation, as a module that browsers load. */
export default function AdminLocale() {
  return `export default ${JSON.stringify(words)};\n`;
}
