import { expect, test } from "vitest";
import { Inline } from "../layouts/parts/prose.tsx";
import { WholeNumbers } from "../layouts/parts/whole-numbers.tsx";
import { renderHtml } from "../layouts/render.ts";

const whole = (number: string) => `<span class="whole">${number}</span>`;

test.each([
  ["Áp dụng Quyết định 876/QĐ-BNV, cùng SIPAS", `Áp dụng Quyết định ${whole("876/QĐ-BNV")}, cùng SIPAS`],
  ["theo 61/2018/NĐ-CP và 02/2017/TT-VPCP", `theo ${whole("61/2018/NĐ-CP")} và ${whole("02/2017/TT-VPCP")}`],
  ["Luật số 63/2020/QH14.", `Luật số ${whole("63/2020/QH14")}.`],
  ["Chưa có số liệu về điểm: 2012–2020, 2024.", `Chưa có số liệu về điểm: ${whole("2012–2020")}, 2024.`],
  [
    "Không so sánh qua mốc 2021 | 2022 (đổi cách đo).",
    `Không so sánh qua mốc ${whole("2021 | 2022")} (đổi cách đo).`,
  ],
  ["hạng 57/63, ngày 12/5/2023", "hạng 57/63, ngày 12/5/2023"],
])(
  "numbers of documents, spans of years and breaks between years in “%s” are not torn at the end of a line",
  (text, expected) => {
    expect(renderHtml(<WholeNumbers text={text} />)).toBe(expected);
    expect(renderHtml(<Inline source={text} />)).toBe(expected);
  },
);
