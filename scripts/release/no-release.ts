import { type Problem, problemOf } from "../model/problem.ts";
import { listReleases, type Store } from "./store.ts";

/** There is no way back to what `current` leads to. By its name the same release may be asked for: its files are checked. */
export async function alreadyCurrent(store: Store, id: string): Promise<Problem> {
  const others = (await listReleases(store)).filter(other => other !== id);
  return problemOf(
    store.folder,
    `“current” là ${id}, bản đang công bố; --back cần tên của bản khác`,
    others.length > 0 ? `các bản khác đang giữ: ${others.join(", ")}` : "chưa có bản nào khác",
  );
}

/** Of a name that no release has: those that there are. */
export async function unknownRelease(store: Store, id: string): Promise<Problem> {
  const known = await listReleases(store);
  return problemOf(
    store.folder,
    `không có bản phát hành “${id}”`,
    known.length > 0 ? `các bản đang giữ: ${known.join(", ")}` : "chưa có bản nào; chạy npm run release",
  );
}
