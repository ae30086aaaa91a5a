import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { withinRoot } from "../scripts/client-entries.ts";

test.each([
  ["/trang/_site.vite/assets/client/a.ts", "/trang/_site.vite", posix, "assets/client/a.ts"],
  // Vite writes paths with the sign of addresses, Windows itself does not.
  ["D:/trang/_site.vite/assets/client/a.ts", "D:/trang/_site.vite", win32, "assets/client/a.ts"],
  ["D:\\trang\\_site.vite\\assets\\styles\\b.css", "D:/trang/_site.vite", win32, "assets/styles/b.css"],
  ["D:\\trang\\layouts\\c.ts", "D:\\trang\\_site.vite", win32, "../layouts/c.ts"],
])("%s within %s", (path, root, system, name) => expect(withinRoot(path, root, system)).toBe(name));
