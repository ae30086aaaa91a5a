import { fieldsOf } from "../../../scripts/model/format.ts";
import { TASK_LABEL_WORDS, UPDATE_LABEL_WORDS } from "../../../scripts/model/format-words.ts";
import { formatProblem } from "../../../scripts/model/problem.ts";
import { parseSite } from "../../../scripts/model/site.ts";
import { REPORTED_STATES } from "../../../scripts/model/update.ts";
import { guideStrings } from "../../guide-strings.ts";
import { FieldTable, LabelTable } from "../../parts/field-table.tsx";
import { GUIDE_EXAMPLES, GUIDE_MISTAKES } from "../../parts/guide-examples.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Prose } from "../../parts/prose.tsx";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.guide };

const SECTIONS = [
  ["bat-dau", "Bắt đầu"],
  ["ke-hoach", "Viết một kế hoạch"],
  ["bao-cao", "Viết một báo cáo"],
  ["trang", "Trang văn và bảng điều khiển"],
  ["so-lieu", "Cơ quan, văn bản và kết quả"],
  ["kiem-tra", "Kiểm tra trước khi gửi"],
] as const;

/** The guide for editors. Its tables come from the checker's own schema, its examples are built by the tests. */
export default function GuidePage(props: PageData) {
  return (
    <Layout {...props} title={guideStrings.title} description={guideStrings.description} path={urls.guide}>
      <h1>{guideStrings.title}</h1>
      <nav class="contents" aria-label={strings.site.onThisPage}>
        <ol>
          {SECTIONS.map(([id, title]) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>

      <Heading at={0} />
      <Prose source={START} />

      <Heading at={1} />
      <Prose source={PLAN} />
      <Example path="content/plans/ubnd-vi-du/vi-du-2023.md" />
      <h3>Các khóa ở phần đầu của kế hoạch</h3>
      <FieldTable label="Các khóa ở phần đầu của kế hoạch" fields={fieldsOf("plan")} />
      <h3>Các nhãn của nhiệm vụ</h3>
      <LabelTable label="Các nhãn của nhiệm vụ" words={TASK_LABEL_WORDS} />

      <Heading at={2} />
      <Prose source={UPDATE} />
      <Example path="content/updates/so-noi-vu-vi-du/vi-du-2023/2023-09-30.md" />
      <h3>Các khóa ở phần đầu của báo cáo</h3>
      <FieldTable label="Các khóa ở phần đầu của báo cáo" fields={fieldsOf("update")} />
      <h3>Các nhãn của báo cáo</h3>
      <LabelTable label="Các nhãn của báo cáo" words={UPDATE_LABEL_WORDS} />
      <p>Trạng thái: {REPORTED_STATES.join(" · ")}.</p>

      <Heading at={3} />
      <Prose source={PAGES} />
      <Example path="content/pages/gioi-thieu.md" />
      <Example path="content/dashboards/thu-hang.md" />
      <h3>Các khóa ở phần đầu của trang</h3>
      <FieldTable label="Các khóa ở phần đầu của trang" fields={fieldsOf("page")} />

      <Heading at={4} />
      <Prose source={DATA} />
      <Example path="data/agencies.csv" />
      <FieldTable label="Các cột của bảng cơ quan" fields={fieldsOf("agency")} />
      <Example path="data/documents.csv" />
      <FieldTable label="Các cột của bảng văn bản" fields={fieldsOf("document")} />
      <Example path="data/indices/par-index.yaml" />
      <Example path="data/results/par-index.csv" />
      <FieldTable label="Các cột của bảng kết quả" fields={fieldsOf("result")} />

      <Heading at={5} />
      <Prose source={CHECK} />
      <Sample text={GUIDE_MISTAKES} />
      <p>Lệnh kiểm tra nói:</p>
      <Sample text={mistakes().join("\n")} />
      <Prose source={SEND} />
    </Layout>
  );
}

function Heading({ at }: { at: number }) {
  const [id, title] = SECTIONS[at] ?? ["", ""];
  return <h2 id={id}>{title}</h2>;
}

function Example({ path }: { path: keyof typeof GUIDE_EXAMPLES }) {
  return (
    <figure class="sample">
      <figcaption>
        <code>{path}</code>
      </figcaption>
      <Sample text={GUIDE_EXAMPLES[path]} />
    </figure>
  );
}

function Sample({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}

/** What the check says of the report with mistakes, among the examples. */
function mistakes(): string[] {
  const path = "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-10-31.md";
  const files = Object.entries({ ...GUIDE_EXAMPLES, [path]: GUIDE_MISTAKES });
  const read = (folder: string) =>
    files
      .filter(([name]) => name.startsWith(folder))
      .map(([name, text]) => ({ path: name, name: name.slice(folder.length), text }));
  const { problems } = parseSite({ content: read("content/"), data: read("data/") }, "2023-12-31");
  return problems.map(formatProblem);
}

const START = `
Nội dung là tệp văn bản, mỗi kế hoạch và mỗi báo cáo một tệp. Có ba cách viết; cả ba ra cùng một loại tệp.

1. **Trong trình duyệt.** Chạy \`npm start\` trên máy của bạn rồi mở \`http://localhost:8080/quan-tri/\` bằng Chrome hoặc Edge, bấm “Làm việc với kho mã nguồn cục bộ” và chọn thư mục của trang. Điền vào các ô, bấm Lưu; không cần mạng. Nơi có máy chủ Git thì mở \`/quan-tri/\` của trang đã công bố và đăng nhập.
2. **Bằng câu hỏi.** Chạy \`npm run new\`, chọn loại tệp và trả lời từng câu. Báo cáo được điền sẵn mọi nhiệm vụ của kế hoạch với tình trạng gần nhất.
3. **Bằng trình soạn thảo.** Mở thư mục bằng VS Code, gõ \`ke-hoach\`, \`nhiem-vu\`, \`bao-cao\` rồi chọn mẫu.

Khi đang viết, chạy \`npm run dev\`: trang hiện lại mỗi lần lưu, chỗ nào sai được nói ngay trên trang đó.
`;

const PLAN = `
Tệp đặt ở \`content/plans/<cơ quan>/<tên>.md\`. Tên tệp là địa chỉ của trang, chữ thường không dấu, không đổi về sau. Giữa hai dòng \`---\` là phần đầu; dưới đó là nội dung.

**Nhiệm vụ** là một tiêu đề bắt đầu bằng mã đầy đủ như \`A.I.1\`, theo ngay sau là danh sách \`- Nhãn: giá trị\`. Mã là vĩnh viễn: báo cáo và người trích dẫn dùng nó. Tiêu đề có mã mà không có danh sách là mục; mục có thể ghi \`Thời hạn\` cho các nhiệm vụ bên dưới.
`;

const UPDATE = `
Tệp đặt ở \`content/updates/<cơ quan>/<kế hoạch>/<năm-tháng-ngày>.md\`. Mỗi nhiệm vụ được báo cáo là một tiêu đề có đúng mã của kế hoạch. Không cần nêu mọi nhiệm vụ: nhiệm vụ không được nêu giữ tình trạng của báo cáo trước. “Hoàn thành” phải có minh chứng.
`;

const PAGES = `
Trang văn ở \`content/pages/\`, bảng điều khiển ở \`content/dashboards/\`. Biểu đồ đặt trong khối \`chart\`, trong bảng điều khiển, trang văn và cả trong kế hoạch. Liên kết tới trang khác của trang này bắt đầu và kết thúc bằng dấu \`/\`.
`;

const DATA = `
Các bảng ở thư mục \`data/\` mở được bằng Excel; lưu lại dạng CSV UTF-8. Dấu phân cách là phẩy hoặc chấm phẩy, số viết \`86,57\` hoặc \`86.57\`, ngày viết \`2023-06-30\` hoặc \`30/6/2023\`. Ô để trống là chưa biết, không phải số không. Nhận một tệp Excel kết quả bằng \`npm run import\`.
`;

const CHECK = `
Chạy \`npm run check\`. Mỗi dòng là một chỗ sai: tệp, dòng, cột, sai gì, sửa thế nào. Mọi chỗ sai được nói cùng một lúc. Ví dụ, báo cáo này sai ba chỗ:
`;

const SEND = `
Khi không còn lỗi, gửi thay đổi lên máy chủ Git hoặc chuyển thư mục cho người quản lý trang. Trên GitHub và GitLab, lệnh kiểm tra tự chạy cho mỗi đề nghị thay đổi và ghi lỗi vào đúng dòng. Trang có lỗi thì không được công bố; trang đang có giữ nguyên.
`;
