import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import matter from "gray-matter";
import MarkdownIt from "markdown-it";

/**
 * The floor that builds are measured against: a bare loop of gray-matter, markdown-it and file writes, without any
 * check, layout, link or list. `node floor.ts <content> <output>`
 */
const [from = "", to = ""] = process.argv.slice(2);
const markdown = new MarkdownIt();
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const { data, content } = matter(readFileSync(path, "utf8"), {});
  const page = join(to, path.slice(from.length).replace(/\.md$/, ""), "index.html");
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, `<!doctype html>\n<title>${data.title}</title>\n${markdown.render(content)}`);
}
