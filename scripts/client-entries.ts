import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import nodePath, { dirname, join, type PlatformPath, resolve } from "node:path";
import type { Plugin, ResolvedConfig, Rollup } from "vite";
import { ENTRIES } from "../layouts/client-tags.ts";
import { parsePort, type Settings } from "./settings.ts";

/** Beside the built client code: for each entry the tags that a page carries instead of its own. */
export const TAGS_FILE = "client-tags.json";

/**
 * Options for eleventy-plugin-vite. The plugin makes every page an entry of Rollup, which costs more than linear time
 * and drops files that no page loads. One Vite plugin puts that right: only the client entries go through Rollup, their
 * tags are kept for the pages (scripts/client.ts), and everything else is moved across as it is.
 */
export function clientEntries(settings: Settings, plugins: readonly Plugin[] = []): object {
  return {
    // Beside the output, so that moving between the two never crosses a file system.
    tempFolderName: `${resolve(settings.outputDir)}.vite`,
    // Vite has pages loaded anew; Eleventy's own script would be given to other machines as well. A port that is taken
    // is passed over for the next.
    serverOptions: { liveReload: false, port: parsePort(process.env) ?? 8080 },
    viteOptions: {
      base: settings.pathPrefix,
      publicDir: false,
      logLevel: "warn",
      build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
      plugins: [projectImports(), onlyClientEntries(), ...plugins],
      worker: { format: "es", plugins: () => [projectImports()] },
      // What the dev server prepares beforehand is asked for by client code, not by each of thousands of pages.
      optimizeDeps: {
        entries: [`${ENTRIES}*.{ts,tsx}`],
        // No tsconfig is in sight where pages stand: what JSX is made of would be found only when a page asks for it.
        esbuildOptions: { jsx: "automatic", jsxDev: true, jsxImportSource: "preact" },
      },
      server: { fs: { allow: [resolve("."), resolve(settings.outputDir)] } },
    },
  };
}

/**
 * Client code is built where it was copied to, below assets/; what it imports from the rest of the project (charts,
 * model, strings) stays where it is: assets/… is layouts/… there, and the folder above is the project's own.
 */
function projectImports(): Plugin {
  let root = "";
  return {
    name: "project-imports",
    configResolved(config) {
      root = config.root;
    },
    resolveId: {
      order: "pre",
      handler(source, importer) {
        if (importer === undefined || !withinRoot(importer, root).startsWith(ENTRIES)) return null;
        // The output may stand outside the project, where no node_modules is in sight.
        if (/^(@[\w-]+\/)?[\w-]/.test(source))
          return this.resolve(source, resolve("package.json"), { skipSelf: true });
        if (!source.startsWith("../")) return null;
        const path = withinRoot(resolve(dirname(importer), source), root);
        if (isCopied(path)) return null;
        return resolve(path.replace(/^assets\//, "layouts/"));
      },
    },
  };
}

/** A path as it is called inside a folder, with the sign of addresses on every system: Vite writes it so, Windows does not. */
export function withinRoot(path: string, root: string, { relative, sep }: PlatformPath = nodePath): string {
  return relative(root, path).replaceAll(sep, "/");
}

/** What was copied for Vite to bundle. */
function isCopied(name: string): boolean {
  return name.startsWith(ENTRIES) || name.startsWith("assets/styles/");
}

function onlyClientEntries(): Plugin {
  let config: ResolvedConfig;
  const tags = new Map<string, string>();
  return {
    name: "only-client-entries",
    apply: "build",
    async config(user) {
      const folder = join(user.root ?? "", ENTRIES);
      const names = (await readdir(folder)).filter(name => name.endsWith(".ts") || name.endsWith(".tsx"));
      const build = user.build ?? {};
      // Vite would merge a returned object into the plugin's list of pages; the list has to be replaced.
      build.rollupOptions = { ...build.rollupOptions, input: names.map(name => join(folder, name)) };
      user.build = build;
    },
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk" && chunk.isEntry && chunk.facadeModuleId)
          tags.set(
            chunk.facadeModuleId.slice(chunk.facadeModuleId.indexOf(ENTRIES)),
            hashedTags(chunk, config.base),
          );
    },
    async closeBundle() {
      const from = config.root;
      const to = config.build.outDir;
      for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const source = join(entry.parentPath, entry.name);
        const name = withinRoot(source, from);
        if (isCopied(name)) continue;
        const target = join(to, name);
        await mkdir(dirname(target), { recursive: true });
        await rename(source, target);
      }
      await writeFile(join(to, TAGS_FILE), JSON.stringify(Object.fromEntries(tags)));
    },
  };
}

/** The stylesheets and script of one entry, as they stand in the head. */
function hashedTags(chunk: Rollup.OutputChunk, base: string): string {
  const styles = [...(chunk.viteMetadata?.importedCss ?? [])].map(
    file => `<link rel="stylesheet" href="${base}${file}">`,
  );
  const preloads = chunk.imports.map(file => `<link rel="modulepreload" href="${base}${file}">`);
  // Fonts begin to come before the stylesheet has told of them: no text moves when they arrive.
  const fonts = [...(chunk.viteMetadata?.importedAssets ?? [])]
    .filter(file => file.endsWith(".woff2"))
    .map(file => `<link rel="preload" href="${base}${file}" as="font" type="font/woff2" crossorigin>`);
  return [
    ...fonts,
    ...styles,
    ...preloads,
    `<script type="module" src="${base}${chunk.fileName}"></script>`,
  ].join("");
}
