import { resolve } from "node:path";
import type { ViteDevServer } from "vite";

/**
 * Loads a module of the server as it is now. Vite keeps the error of a module until one of its files is saved; saved while
 * the module was still loading, it would show the mistake that is mended for good. So what failed is tried again.
 */
export async function loadTemplate(
  { ssrLoadModule, environments }: Pick<ViteDevServer, "ssrLoadModule" | "environments">,
  path: string,
): Promise<unknown> {
  try {
    return await ssrLoadModule(resolve(path));
  } catch (error) {
    const { moduleGraph } = environments.ssr;
    for (const module of moduleGraph.idToModuleMap.values())
      if (module.ssrError) moduleGraph.invalidateModule(module);
    throw error;
  }
}
