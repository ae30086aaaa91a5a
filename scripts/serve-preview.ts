import { createServer } from "node:net";
import { resolve, sep } from "node:path";
import sirv from "sirv";
import type { Plugin, ViteDevServer } from "vite";
import { CMS_PACKAGE } from "../layouts/admin-files.ts";
import { urls } from "../layouts/urls.ts";
import { exportData } from "./export.ts";
import { loadTemplate } from "./load-template.ts";
import type { Downloads } from "./model/download.ts";
import type { Site } from "./model/site.ts";
import { ownMachineOnly } from "./own-machine.ts";
import { loadPortal } from "./portal.ts";
import { type PageProblem, previewContent } from "./preview.ts";
import { pageRenderer } from "./render-page.ts";
import { type PreviewSources, servePages, type Version } from "./serve-pages.ts";
import type { Settings } from "./settings.ts";

/** News of files is for this machine alone. */
const HOST = "localhost";

/** Where Vite's client listens for news unless that port is taken. */
const HOT_PORT = 24678;

/**
 * How long to wait after a file was touched, in milliseconds. The watcher tells of no change within 50 ms of the one before:
 * a program that empties a file and then fills it would be seen when it has only emptied it.
 */
const SETTLE = 60;

/**
 * The dev server's part that knows the content, as a plugin of Vite: a page is rendered when it is asked for, from the
 * content and the templates as they are then. Saving a file only reads what changed, tells open pages what is wrong, and
 * has them loaded anew.
 */
export function servePreview(settings: Settings): Plugin {
  let server: ViteDevServer;
  let problems: readonly PageProblem[] = [];
  const read = previewContent(settings, found => {
    problems = found;
    server.ws.send("content:problems", problems);
  });
  let version: Promise<Version>;
  let settling: NodeJS.Timeout | undefined;

  async function nextVersion(before: Version | undefined): Promise<Version> {
    const site = await read();
    const sources = before?.site === site ? before.sources : sourcesOf(site, settings);
    return { number: (before?.number ?? 0) + 1, site, sources };
  }

  /** Has open pages loaded anew, when there is something new in them. */
  function renew(areTemplatesNew: boolean): void {
    version = version.then(async before => {
      const next = await nextVersion(before).catch(error => {
        // A file was taken away while it was read: the watcher tells of that, too.
        console.error(error);
        return before;
      });
      if (next.site === before.site && !areTemplatesNew) return before;
      server.ws.send({ type: "full-reload" });
      return next;
    });
  }

  return {
    name: "content-preview",
    apply: "serve",
    // Two projects may be open at once; without a port of its own the panel would wait for news in vain.
    config: async () => ({ server: { hmr: { host: HOST, port: await freePort(HOT_PORT) } } }),
    configureServer(started) {
      server = started;
      server.middlewares.use(ownMachineOnly);
      // Vite would look for what the package imports of itself only on another host, and lay an error over every page.
      server.middlewares.use(`${settings.pathPrefix}${urls.admin.slice(1)}cms/npm`, sirv(CMS_PACKAGE));
      version = nextVersion(undefined);
      const render = pageRenderer(path => loadTemplate(server, path));
      server.middlewares.use(servePages(settings, () => version, render));
      const folders = [settings.contentDir, settings.dataDir].map(folder => resolve(folder) + sep);
      server.watcher.add(folders);
      server.watcher.on("all", (_, path) => {
        if (!folders.some(folder => resolve(path).startsWith(folder))) return;
        clearTimeout(settling);
        settling = setTimeout(() => renew(false), SETTLE);
      });
      // A page that was still loading when others were told to load anew asks with the version that it is of.
      server.ws.on("content:ask", async (number, client) => {
        client.send("content:problems", problems);
        if ((await version).number !== Number(number)) client.send({ type: "full-reload" });
      });
    },
    // Templates are modules of the server.
    hotUpdate({ modules }) {
      if (this.environment.name === "ssr" && modules.length > 0) renew(true);
    },
  };
}

/** What templates are given of a site. What takes long is made only when someone asks for it. */
function sourcesOf(site: Site, settings: Settings): PreviewSources {
  let written: Downloads | undefined;
  let portal: ReturnType<typeof loadPortal> | undefined;
  // Eleventy copies what is not frozen.
  const downloads = Object.freeze({
    get ready() {
      written ??= exportData(site, settings);
      return written;
    },
  });
  return {
    site: () => site,
    downloads: () => downloads,
    portal: () => {
      portal ??= loadPortal(site.peers, settings.harvestDir);
      return portal;
    },
  };
}

/** The port, or any other when it is taken. */
function freePort(port: number): Promise<number> {
  const probe = createServer();
  return new Promise((fulfil, reject) => {
    probe.once("error", error => (port === 0 ? reject(error) : fulfil(freePort(0))));
    probe.listen(port, HOST, () => {
      const address = probe.address();
      const found = typeof address === "object" && address !== null ? address.port : port;
      probe.close(() => fulfil(found));
    });
  });
}
