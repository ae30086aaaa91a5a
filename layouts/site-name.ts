import type { Site } from "../scripts/model/site.ts";
import { strings } from "./strings.ts";

/** What the site is called: the name that its publisher gave in data/contact.yaml, or that of the software. */
export function siteName({ contact }: Pick<Site, "contact">): string {
  return contact.site_name ?? strings.site.name;
}
