import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { isBuilt } from "./check-output.ts";
import { isStarted, runCommand } from "./command.ts";
import { errorCode } from "./error-code.ts";
import { formatProblem } from "./model/problem.ts";
import { endingOf, headersOf, TYPES } from "./serving/headers.ts";
import { parsePort, readSettings } from "./settings.ts";
import { isThere } from "./write.ts";

/**
 * Serves a built site below its path prefix, with the headers and packed files of the servers that it is made for;
 * unknown addresses get the site's own 404.
 * @param port 0 = any free port
 * @returns the listening server; rejects when the port is taken
 */
export function serveSite(outputDir: string, pathPrefix: string, port: number): Promise<Server> {
  const files = sirv(outputDir, { dev: true, etag: true, brotli: true, gzip: true });
  const server = createServer(async (request, response) => {
    const address = request.url ?? "/";
    const [asked = ""] = address.split("?", 1);
    // No browser asks for a way through another folder, whose headers the answer would have.
    const isInside = address.startsWith(pathPrefix) && !/\.\.|\\|%(2e|2f|5c)/i.test(asked);
    const path = isInside ? address.slice(pathPrefix.length) : "";
    const name = asked.slice(pathPrefix.length);
    const setHeaders = (file: string) => {
      for (const [name, value] of Object.entries(headersOf(file))) response.setHeader(name, value);
      const type = TYPES[endingOf(file)];
      if (type !== undefined) response.setHeader("content-type", type);
    };
    const notFound = async () => {
      const page = await readFile(join(outputDir, "404.html")).catch(() => "404");
      setHeaders("404.html");
      response.writeHead(404).end(page);
    };
    const leadTo = (folder: string) =>
      response.writeHead(301, { location: folder + address.slice(asked.length) }).end();
    setHeaders(isInside ? name : "");
    if (`${asked}/` === pathPrefix) return leadTo(pathPrefix);
    if (!isInside) return notFound();
    // Two slashes at the beginning would lead to another host, two dots out of the folder.
    if (
      /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(name) &&
      (await isThere(join(outputDir, name, "index.html")))
    )
      return leadTo(`${asked}/`);
    request.url = `/${path}`;
    // Any other range than from one byte to a later one is answered with the whole file; sirv would fall over it.
    if (!isRange(request.headers.range)) delete request.headers.range;
    files(request, response, notFound);
  });
  return new Promise((fulfil, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => fulfil(server));
  });
}

function isRange(range = ""): boolean {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  return from !== undefined && (to === "" || Number(from) <= Number(to));
}

async function main(): Promise<void> {
  const { outputDir, pathPrefix, problems } = readSettings(process.env, new Date());
  const port = parsePort(process.env);
  if (port === undefined) {
    for (const problem of problems) console.error(formatProblem(problem));
    process.exitCode = 1;
    return;
  }
  if (!(await isBuilt(outputDir))) return;
  try {
    await serveSite(outputDir, pathPrefix, port);
    console.log(`Trang đang chạy tại http://localhost:${port}${pathPrefix} (Ctrl-C để dừng)`);
  } catch (error) {
    if (errorCode(error) !== "EADDRINUSE") throw error;
    console.error(
      `Cổng ${port} đang được chương trình khác dùng; chọn cổng khác, ví dụ: PORT=8081 npm start`,
    );
    process.exitCode = 1;
  }
}

const HELP = {
  usage: `  npm run serve    phục vụ trang đã dựng tại http://localhost:8080; PORT=8081 để đổi cổng`,
  options: [],
};

if (isStarted(import.meta.filename)) await runCommand(HELP, main);
