import { HEADER_RULES, headersOf, TYPES } from "./headers.ts";
import { quote, type Served } from "./served.ts";

/** Directives for the site block of Caddy, below the path prefix of the site; name and certificate are the host's. */
export function caddyConfig({ folder, pathPrefix, redirects }: Served): string {
  const handle = pathPrefix === "/" ? "handle {" : `handle_path ${pathPrefix}* {`;
  const root = `root * ${quote(folder)}`;
  return `# Minh Bạch: nạp trong khối địa chỉ của Caddyfile bằng import, rồi “systemctl reload caddy”.
${pathPrefix === "/" ? "" : `redir ${pathPrefix.slice(0, -1)} ${pathPrefix} 301\n`}${handle}
  ${root}
  # Theo đúng thứ tự viết: quy tắc sau thay quy tắc trước.
  route {
  header {
${headerLines("", "    ")}
  }
${HEADER_RULES.filter(({ folder: below }) => below !== "")
  .map(({ folder: below }) => `  header /${below}* {\n${headerLines(below, "    ")}\n  }`)
  .join("\n")}
${Object.entries(TYPES)
  // Put off until the answer is sent: the file server would set the type that it knows.
  .map(
    ([ending, type]) =>
      `  @${ending} path *.${ending}\n  header @${ending} {\n    Content-Type ${quote(type)}\n    defer\n  }`,
  )
  .join("\n")}
${movedLines(redirects)}  # Trang chỉ để đọc: yêu cầu khác bị từ chối như ở nginx.
  @written not method GET HEAD
  header @written Allow "GET, HEAD"
  respond @written 405
  # Địa chỉ mà không ổ đĩa nào có tệp mang tên ấy.
  @nameless path_regexp \\x00|[^/]{256}
  error @nameless 404
  # Thiếu dấu / ở cuối: Caddy tự thêm, nhưng bỏ mất phần sau dấu ?.
  @asked {
    path_regexp asked ^/([\\w-][\\w./-]*[\\w-])$
    file {path}/index.html
    expression {query} != ""
  }
  redir @asked ${pathPrefix}{re.asked.1}/?{query} 301
  file_server {
    precompressed br gzip
  }
  }
}
handle_errors {
  ${handle}
    ${root}
    header {
${headerLines("", "      ")}
      Content-Type ${quote(TYPES.html ?? "")}
    }
    rewrite * /404.html
    file_server {
      precompressed br gzip
    }
  }
}
`;
}

/** One table of what has moved: a rule for each address would be tried at every request, which 1,000 of them make 2 ms longer. */
function movedLines(redirects: Served["redirects"]): string {
  if (redirects.length === 0) return "";
  return `  map {path} {moved} {
${redirects.map(({ from, to }) => `    ${quote(`/${from}`)} ${quote(to)}\n`).join("")}    default ""
  }
  @moved expression {moved} != ""
  redir @moved {moved} 301
`;
}

function headerLines(folder: string, indent: string): string {
  return Object.entries(headersOf(folder))
    .map(([name, value]) => `${indent}${name} ${quote(value)}`)
    .join("\n");
}
