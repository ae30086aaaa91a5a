import { join } from "node:path";
import { type Problem, problemOf } from "../model/problem.ts";
import { measureFiles } from "./manifest.ts";
import { type Release, type Store, switchTo, workAlone } from "./store.ts";

/**
 * Publishes a release that is there again, once every file of it is what its manifest says: a copy may have been broken off,
 * a disk may have been full.
 * @param onFile is called after each file
 * @returns what is wrong; empty when the release is published
 */
export function goBack(
  store: Store,
  { id, manifest }: Release,
  onFile: () => void = () => {},
): Promise<readonly Problem[]> {
  return workAlone(store, async () => {
    const site = join(store.folder, "releases", id, "site");
    for (const { path, size, sha256 } of manifest.files) {
      const [found] = await measureFiles(site, [path]).catch(() => []);
      if (found?.size !== size || found.sha256 !== sha256)
        return [
          problemOf(
            join(site, path),
            found ? `tệp không như bản kê của bản phát hành ${id}` : `bản phát hành ${id} thiếu tệp này`,
            "chọn bản khác, hoặc chép lại bản này",
          ),
        ];
      onFile();
    }
    await switchTo(store.folder, id);
    return [];
  });
}
