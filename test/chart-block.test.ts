import { expect, test } from "vitest";
import { parseSite } from "../scripts/model/site-sources.ts";

const AGENCIES = "id,name,kind\nubnd-quang-nam,Ủy ban nhân dân tỉnh Quảng Nam,body\n";
const INDEX =
  "name: PAPI\neditions:\n  - {id: a, from: 2011, domains: [{key: cong-khai, name: Công khai}]}\n";
const RESULTS = "year,agency,value\n2023,ubnd-quang-nam,40.6\n";

function read(block: string) {
  const text = `---\ntitle: Bảng\n---\nMở đầu.\n\n\`\`\`chart\n${block}\n\`\`\`\n`;
  const file = (name: string, content: string) => ({ path: name, name, text: content });
  const { problems, site } = parseSite(
    {
      content: [file("dashboards/bang.md", text)],
      data: [
        file("agencies.csv", AGENCIES),
        file("indices/papi.yaml", INDEX),
        file("results/papi.csv", RESULTS),
      ],
    },
    "2024-01-01",
  );
  return {
    charts: site.charts.get("dashboards/bang.md") ?? [],
    problems: problems.map(({ line, message, mend }) => `${line}: ${message}; ${mend}`),
  };
}

test.each([
  ["type: trend\nindex: papi\nagencies: [ubnd-quang-nam]\nyears: [2023, 2023]", []],
  ["type: trendd\nindex: papi", ["7: không có loại biểu đồ “trendd”; có phải ý bạn là “trend”?"]],
  ["type: trend\nindex: papii", ["8: không có chỉ số “papii”; có phải ý bạn là “papi”?"]],
  [
    "type: trend\nindex: papi\nagencies: [ubnd-quang-nm]",
    ["9: không có cơ quan mang mã “ubnd-quang-nm”; có phải ý bạn là “ubnd-quang-nam”?"],
  ],
  [
    "type: ranking\nindex: papi\nyears: [2030]",
    ["9: chỉ số papi không có kết quả năm 2030; chọn năm có trong data/results"],
  ],
  [
    "type: trend\nindex: papi\ncomponent: cong-kha",
    ["9: chỉ số papi không có lĩnh vực “cong-kha”; có phải ý bạn là “cong-khai”?"],
  ],
  [
    "type: trend\nindex: papi\ntitel: A",
    ["9: khóa “titel” không có trong định dạng; có phải ý bạn là “title”?"],
  ],
  [
    "type: bánh tròn\nindex: papi",
    [expect.stringMatching(/^7: không có loại biểu đồ “bánh tròn”; các loại: trend, .*scatter/)],
  ],
  [
    "type: scatter\nindex: papi",
    ["7: biểu đồ scatter thiếu khóa “against”; thêm against: mã của chỉ số thứ hai"],
  ],
  ["type: scatter\nindex: papi\nagainst: papii", ["9: không có chỉ số “papii”; có phải ý bạn là “papi”?"]],
  [
    "type: trend\nindex: papi\nhighlight: ubnd-quang-nm",
    ["9: không có cơ quan mang mã “ubnd-quang-nm”; có phải ý bạn là “ubnd-quang-nam”?"],
  ],
  [
    "type: trend\nindex: papi\nhighlight: [ubnd-quang-nam, ubnd-quang-nm]",
    ["9: không có cơ quan mang mã “ubnd-quang-nm”; có phải ý bạn là “ubnd-quang-nam”?"],
  ],
])("%s", (block, expected) => {
  const { charts, problems } = read(block);
  expect(problems).toEqual(expected);
  // A block with a problem is no chart.
  expect(charts).toHaveLength(expected.length === 0 ? 1 : 0);
});

test.each([
  ["highlight: ubnd-quang-nam", ["ubnd-quang-nam"]],
  ["highlight: [ubnd-quang-nam]", ["ubnd-quang-nam"]],
  ["title: Điểm", []],
])("a block says all of its chart: %s", (line, highlight) => {
  const keys = "type: trend\nindex: papi\ncomponent: cong-khai\nagencies: [ubnd-quang-nam]\nyears: [2023]";
  expect(read(`${keys}\n${line}`)).toEqual({
    problems: [],
    charts: [
      {
        line: 7,
        spec: {
          type: "trend",
          index: "papi",
          against: undefined,
          component: "cong-khai",
          agencies: ["ubnd-quang-nam"],
          years: [2023],
          highlight,
          title: line.startsWith("title") ? "Điểm" : undefined,
        },
      },
    ],
  });
});

test("a block may leave out all but its type and index", () =>
  expect(read("type: heatmap\nindex: papi").charts).toMatchObject([
    { spec: { agencies: [], years: [], highlight: [], component: undefined, title: undefined } },
  ]));
