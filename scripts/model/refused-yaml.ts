import { type Document, isScalar, visit } from "yaml";
import type { Place } from "./problem.ts";
import type { YamlPlaces } from "./yaml-places.ts";

type Refusal = [Place, string, string];

/** Syntax errors, and what plain data never needs: tags, anchors and aliases. */
export function refusedYaml(yaml: Document.Parsed, source: string, places: YamlPlaces): Refusal[] {
  const refusals: Refusal[] = [];
  visit(yaml, {
    Alias: (_, node) => {
      refusals.push([
        places.ofNode(node),
        `bí danh YAML “*${node.source}” không được dùng`,
        "chép lại giá trị",
      ]);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key))
        refusals.push([
          places.ofNode(key),
          "khóa không phải là một từ",
          "viết mỗi dòng một khóa, ví dụ title: …",
        ]);
    },
    Node: (_, node) => {
      const end = isScalar(node) && node.range ? node.range[1] : source.length;
      const cut = /^[ \t]+(?=#[^\s#])/.exec(source.slice(end, end + 200))?.[0];
      if (cut !== undefined)
        refusals.push([
          places.ofOffset(end + cut.length),
          "phần từ dấu # trở đi bị coi là ghi chú và bỏ đi",
          'đặt cả giá trị trong ngoặc kép "…", hoặc viết dấu cách sau dấu # nếu đúng là ghi chú',
        ]);
      if (node.tag !== undefined)
        refusals.push([
          places.ofSign(node, "!"),
          `thẻ YAML “${node.tag}” không được dùng`,
          "ghi giá trị là chữ thường",
        ]);
      else if ("anchor" in node && node.anchor)
        refusals.push([
          places.ofSign(node, "&"),
          `neo YAML “&${node.anchor}” không được dùng`,
          "bỏ phần &… đi",
        ]);
    },
  });
  if (refusals.length > 0) return refusals;
  const lost = yaml.errors.find(({ code }) => code !== "DUPLICATE_KEY");
  const told = lost ? [lost] : yaml.errors;
  return told.map(({ pos, code }) => [places.ofOffset(pos[0]), ...yamlMessage(code)]);
}

function yamlMessage(code: string): [string, string] {
  if (code === "DUPLICATE_KEY") return ["khóa này đã có ở trên", "giữ lại một dòng"];
  if (code === "TAB_AS_INDENT") return ["thụt đầu dòng bằng phím Tab", "thụt bằng dấu cách"];
  if (code === "MISSING_CHAR" || code === "BAD_SCALAR_START" || code === "UNEXPECTED_TOKEN")
    return ["không đọc được dòng này", 'đặt giá trị có dấu : # , [ ] { } trong ngoặc kép “"…"”'];
  return ["không đọc được từ chỗ này", "xem lại thụt dòng, dấu hai chấm và dấu ngoặc"];
}
