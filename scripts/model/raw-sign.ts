import { inlineTokens, type Prose } from "./markdown.ts";
import type { Place } from "./problem.ts";

/** Signs that were meant for more than a reader would see: where they stand, what is wrong, how to mend it. */
interface RawSign {
  readonly place: Place;
  readonly message: string;
  readonly mend: string;
}

/** How such signs look in text that Markdown left as it is. */
const SIGNS: readonly [sign: RegExp, message: string, mend: string][] = [
  [
    /\*\*(?=[\p{L}\d])|(?<=[\p{L}\d.,;:!?])\*\*/u,
    "dấu ** không thành chữ đậm và sẽ hiện nguyên",
    "viết **chữ đậm** với hai dấu sao ở cả hai đầu, sát chữ; nếu đúng là dấu sao thì viết \\*\\*",
  ],
  [
    // "[1] (https://…)" may be a footnote.
    /(?<=\[[^[\]]*)(?:\]|(?<=\p{L}{2}[^[\]]*)\] )\((?=[/#])/u,
    "chỗ này không thành liên kết và sẽ hiện nguyên",
    "viết [chữ](địa chỉ) liền nhau và đủ dấu ngoặc; dấu cách trong địa chỉ viết là %20",
  ],
  [
    /<!--/,
    "ghi chú <!-- … --> không được giấu đi mà hiện nguyên trên trang",
    "xóa khỏi tệp; điều chỉ dành cho người soạn không đặt trong nội dung",
  ],
  [
    /<br ?\/?>/i,
    "<br> không thành chỗ xuống dòng mà hiện nguyên trên trang",
    "tách thành hai đoạn bằng một dòng trống; trong bảng và trong danh sách thì nối bằng dấu chấm phẩy",
  ],
  [
    /^\|.*\|$/,
    "dòng kẻ bằng dấu | không thành bảng và sẽ hiện nguyên",
    "để một dòng trống phía trên bảng; ngay dưới dòng tên cột viết một dòng | --- | --- |, mỗi cột một ô",
  ],
];
/** Text without any of them is not parsed at all. */
const ANY_SIGN = /(?<!\\)\*\*|\] ?\(|<!--|<br|^ *\|/im;

/** The first signs of a piece of prose that stand for nothing and would be published as they are. */
export function findRawSign(prose: Prose, file: string): RawSign | undefined {
  if (!ANY_SIGN.test(prose.source)) return undefined;
  const lines = prose.source.split("\n");
  for (const { tokens, from, to } of inlineTokens(prose.source))
    for (const [i, { type, content }] of tokens.entries()) {
      if (type !== "text") continue;
      // An address of the web is a link by itself, and no more of this text.
      const text = tokens[i + 1]?.type === "link_open" ? `${content}/` : content;
      for (const [sign, message, mend] of SIGNS) {
        const index = sign.exec(text)?.index;
        if (index === undefined) continue;
        const start = Math.max(index - WORDS_AROUND, 0);
        const words = content.slice(start, index + WORDS_AROUND);
        for (let line = from; line < to; line++) {
          const at = (lines[line] ?? "").indexOf(words);
          if (at >= 0)
            return {
              place: { file, line: prose.line + line, column: at + index - start + 1 },
              message,
              mend,
            };
        }
      }
    }
  return undefined;
}

/** How many letters on each side tell the place of a sign in a line. */
const WORDS_AROUND = 12;
