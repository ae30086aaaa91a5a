import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  telemetry: false,
  integrations: [starlight({ title: "Bench", defaultLocale: "root", locales: { root: { label: "Tiếng Việt", lang: "vi" } } })],
});
