import type { Settings } from "../scripts/settings.ts";

/** Stands for the site's address where SITE_URL names none; no machine has it (RFC 2606). */
export const NOWHERE = "http://minh-bach.invalid";

/** Host and folder of the site, for names that must be unique in the world: `tinh.example/cchc`. */
export function authority({ siteUrl, pathPrefix }: Settings): string {
  return `${new URL(siteUrl || NOWHERE).host}${pathPrefix.replace(/\/$/, "")}`;
}

/** A name for life (RFC 4151) of something on the site: it does not change with titles, and is no address. */
export function tagUri({ siteUrl, pathPrefix }: Settings, name: string): string {
  return `tag:${new URL(siteUrl || NOWHERE).hostname},2026:${pathPrefix}${name.replace(/^\//, "")}`;
}
