import { digestOf } from "./cache.ts";
import { digestText } from "./digest.ts";
import type { Sources } from "./load.ts";
import type { Site } from "./model/site.ts";

/** Plans and reports are what most edits touch: pages are told apart by which of them they read. */
const TOLD_APART = /^(plans|updates)\//;

/** Code that decides the bytes of a site, client code included. */
export const CODE = ["layouts", "scripts", ".eleventy.ts", "package-lock.json", "tsconfig.json"];

/** Digests of what a site is made from. */
export interface SourceDigests {
  /** Of the code that makes it. */
  readonly code: string;
  /** Of all sources together but plans and reports. */
  readonly given: string;
  /** Of each plan and report, by its path. */
  readonly byPath: ReadonlyMap<string, string>;
}

/** Digests of the sources as they were read, and of the code. */
export async function digestSources({ content, data }: Sources): Promise<SourceDigests> {
  const byPath = new Map<string, string>();
  const given: string[] = [];
  for (const { name, path, text } of content)
    if (TOLD_APART.test(name)) byPath.set(path, digestText(`${path}\0${text}`));
    else given.push(path, text);
  for (const { path, text } of data) given.push(path, text);
  return { code: await digestOf(CODE), given: digestText(given.join("\0")), byPath };
}

/** What stands for an object in a digest: for a plan, task or report the digest of its file, for an agency its id. */
export function leavesOf(
  site: Site,
  texts: ReadonlyMap<string, string>,
): (object: object) => string | undefined {
  const known = new WeakMap<object, string>();
  const tasks = new WeakMap<object, string>();
  const textOf = (path: string) => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`No digest of ${path}`);
    return text;
  };
  for (const plan of site.plans) {
    const text = textOf(plan.path);
    known.set(plan, text);
    for (const task of plan.tasks) tasks.set(task, text);
  }
  for (const update of site.updates) known.set(update, textOf(update.path));
  for (const agency of site.agencies.all) known.set(agency, `agency ${agency.id}`);
  return object => {
    const text = tasks.get(object);
    // A text for each of hundreds of thousands of tasks would be held for the whole build.
    return text === undefined ? known.get(object) : `${text}#${Reflect.get(object, "id")}`;
  };
}
