import { cmsConfig } from "../../../scripts/model/cms-config.ts";
import type { Settings } from "../../../scripts/settings.ts";
import type { PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = {
  permalink: ({ settings }: { settings: Settings }) => (settings.admin ? `${urls.admin}config.json` : false),
};

/** The configuration of the CMS. Inside the repository content is always found in the folder of that name. */
export default function AdminConfig({ site, settings }: PageData) {
  return JSON.stringify(cmsConfig(site, settings.pathPrefix + urls.icon.slice(1), settings.admin?.host));
}
