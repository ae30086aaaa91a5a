/** Words of the guide for editors. */
export const guideStrings = {
  title: "Hướng dẫn cho người biên tập",
  description: "Cách viết kế hoạch, báo cáo, trang và số liệu; mọi khóa, nhãn và cột, kèm ví dụ.",
  key: "Khóa",
  meaning: "Nghĩa",
  write: "Cách ghi",
  example: "Ví dụ",
  required: "bắt buộc",
  label: "Nhãn",
  tables: {
    planKeys: "Các khóa ở phần đầu của kế hoạch",
    taskLabels: "Các nhãn của nhiệm vụ",
    updateKeys: "Các khóa ở phần đầu của báo cáo",
    updateLabels: "Các nhãn của báo cáo",
    pageKeys: "Các khóa ở phần đầu của trang",
    agencyColumns: "Các cột của bảng cơ quan",
    documentColumns: "Các cột của bảng văn bản",
    resultColumns: "Các cột của bảng kết quả",
  },
  states: (states: readonly string[]) => `Trạng thái: ${states.join(" · ")}.`,
  said: "Lệnh kiểm tra nói:",
  /** In the order of the page; the prose is Markdown. */
  sections: {
    start: {
      id: "bat-dau",
      title: "Bắt đầu",
      prose: `Nội dung là tệp văn bản, mỗi kế hoạch và mỗi báo cáo một tệp. Có bốn cách viết; cả bốn ra cùng một loại tệp.

1. **Trong trình duyệt.** Chạy \`npm run dev\` trên máy của bạn rồi mở \`http://localhost:8080/quan-tri/\` (cổng là số mà lệnh in ra) bằng Chrome hoặc Edge, bấm “Làm việc với kho mã nguồn cục bộ” và chọn thư mục của trang, nơi có \`content\` và \`data\`. Thư mục tải về dạng \`.zip\` thì chạy \`git init\` trong đó một lần. Điền vào các ô, bấm Lưu, rồi xem trang kế hoạch ở thẻ bên cạnh; không cần mạng. Báo cáo mới thì mở báo cáo kỳ trước, bấm ⋮ rồi Nhân bản. Nơi có máy chủ Git thì mở \`/quan-tri/\` của trang đã công bố và đăng nhập.
2. **Bằng câu hỏi.** Chạy \`npm run new\`, chọn loại tệp và trả lời từng câu. Báo cáo được điền sẵn mọi nhiệm vụ của kế hoạch với tình trạng gần nhất.
3. **Từ tệp Word hay Excel đã có.** Chạy \`npm run import -- "Kế hoạch.docx" --agency <mã cơ quan>\`. Lệnh nhận ra nhiệm vụ, chủ trì, thời hạn, chỉ tiêu về chỉ số, ghi kế hoạch vào \`content/plans/\` và kể lại chỗ nào chưa rõ, ở dòng nào của bản gốc, trong \`_import/\`. Tệp \`.doc\`, \`.xls\`, \`.odt\`, \`.rtf\` thì mở ra và lưu lại dạng \`.docx\`, \`.xlsx\`; chữ gõ bằng phông \`.VnTime\`, \`VNI-Times\` trong Word, Excel được chuyển sang Unicode; bản PDF thì chép chữ sang tệp \`.txt\`.
4. **Bằng trình soạn thảo.** Mở thư mục bằng VS Code, gõ \`ke-hoach\`, \`nhiem-vu\`, \`bao-cao\` rồi chọn mẫu.

Dù viết cách nào, cứ để \`npm run dev\` chạy: trang hiện lại mỗi lần lưu, chỗ nào sai được nói ngay trên trang đó.`,
    },
    install: {
      id: "cai-dat",
      title: "Cài Node một lần",
      prose: `Mọi lệnh \`npm\` cần Node, từ bản 20.19 trở lên. Mở cửa sổ dòng lệnh (Windows: Command Prompt; macOS: Terminal), gõ \`node --version\` rồi Enter: hiện \`v20.19.0\` hoặc số lớn hơn là đã có.

- **Windows.** Tải tệp cài \`.msi\` bản LTS ở [nodejs.org](https://nodejs.org/en/download), mở tệp và bấm Next tới hết. Máy không cho cài thì nhờ người quản trị máy.
- **macOS.** Tải tệp cài \`.pkg\` bản LTS ở cùng trang, mở và làm theo.
- **Linux.** Làm theo cách cùng trang chỉ cho bản LTS; bản của kho phần mềm có thể cũ hơn.

Cài xong thì đóng cửa sổ dòng lệnh, mở lại trong thư mục của trang (Windows: mở thư mục, gõ \`cmd\` vào ô địa chỉ rồi Enter) và chạy \`npm ci\` một lần. Trong PowerShell thì gõ \`npm.cmd\` thay cho \`npm\`: PowerShell có thể chặn \`npm\`, và bỏ mất dấu \`--\` trong lệnh.`,
    },
    own: {
      id: "trang-cua-ban",
      title: "Dựng trang cho cơ quan của bạn",
      prose: `Thư mục tải về chứa sẵn nội dung mẫu của tỉnh khác. Làm theo thứ tự này, chạy \`npm run check\` sau mỗi bước:

1. **Bỏ nội dung mẫu.** Xóa \`content/plans\`, \`content/updates\`, \`content/dashboards\` và \`data/results\`; trong \`data/indices\` chỉ giữ chỉ số mà bạn sẽ công bố. Giữ \`data/abbreviations.csv\`, \`data/documents.csv\`, xóa dòng của địa phương khác; \`npm run check\` báo dòng nào \`data/indices\` còn dẫn tới. Chỉ giữ thư mục \`content\`, \`data\` thì trang vẫn dựng được, dù trống.
2. **Cơ quan.** Trong \`data/agencies.csv\` giữ bộ, tỉnh mà bạn dùng (so chỉ số 63 tỉnh thì giữ cả 63), xóa sở, phòng của tỉnh khác, thêm cơ quan của mình: cấp trên trước, rồi cơ quan ban hành, phòng và đơn vị, cuối cùng các nhóm như “Các phòng, đơn vị thuộc Sở”. Thêm bằng Excel hoặc \`npm run new -- agency\`. Xã sau khi bỏ cấp huyện có \`parent\` là tỉnh, \`level\` là \`commune\`.
3. **Tên trang và nơi nhận phản ánh.** Tạo \`data/contact.yaml\` như ví dụ dưới đây. Mỗi dòng có thể bỏ; không có \`site_name\` thì trang mang tên Minh Bạch.
4. **Trang văn.** Đọc và sửa \`content/pages/gioi-thieu.md\`: câu cuối nói trang không phải của cơ quan ban hành văn bản. \`phuong-phap.md\`, \`tro-nang.md\` dùng được như có sẵn.
5. **Kế hoạch.** Nhập từ Word hoặc viết tay; tên cơ quan mà lệnh nhập không biết thì lệnh soạn sẵn dòng cho \`data/agencies.csv\`: xem lại, chép vào cuối bảng (tên in khác của cơ quan đã có thì ghi ở cột \`aliases\`) rồi nhập lại với \`--force\`. Văn bản căn cứ chưa có trong \`data/documents.csv\` cũng được soạn dòng như vậy.
6. **Chỉ số của riêng tỉnh, xã** như DDCI hay khảo sát hài lòng: tạo \`data/indices/<tên>.yaml\`, nhập kết quả bằng \`--index <tên> --year 2025 --agency <mã của tỉnh>\`. Kết quả của xã không ghi vào SIPAS, là chỉ số của các tỉnh.

Màu ở \`layouts/styles/tokens.css\`, biểu trưng ở \`layouts/pages/icon.11ty.ts\`. Dữ liệu của trang được công bố theo giấy phép Creative Commons Ghi công 4.0.`,
    },
    plan: {
      id: "ke-hoach",
      title: "Viết một kế hoạch",
      prose: `Tệp đặt ở \`content/plans/<cơ quan>/<tên>.md\`. Tên tệp là địa chỉ của trang, chữ thường không dấu, không đổi về sau. Giữa hai dòng \`---\` là phần đầu; dưới đó là nội dung.

**Nhiệm vụ** là một tiêu đề bắt đầu bằng mã đầy đủ như \`A.I.1\`, theo ngay sau là danh sách \`- Nhãn: giá trị\`. Mã là vĩnh viễn: báo cáo và người trích dẫn dùng nó. Tiêu đề có mã mà không có danh sách là mục; mục có thể ghi \`Thời hạn\` cho các nhiệm vụ bên dưới.

Danh sách đứng sát dưới tiêu đề, mỗi dòng bắt đầu bằng dấu gạch ngắn và một dấu cách; đoạn văn sau danh sách cách một dòng trống. Ở phần đầu, giá trị có dấu hai chấm hay dấu # đặt trong ngoặc kép thẳng: \`title: "Kế hoạch: năm 2023"\`.`,
    },
    update: {
      id: "bao-cao",
      title: "Viết một báo cáo",
      prose:
        "Tệp đặt ở `content/updates/<cơ quan>/<kế hoạch>/<năm-tháng-ngày>.md`. Mỗi nhiệm vụ được báo cáo là một tiêu đề có đúng mã của kế hoạch. Không cần nêu mọi nhiệm vụ: nhiệm vụ không được nêu giữ tình trạng của báo cáo trước. “Hoàn thành” phải có minh chứng; việc xong trước ngày của báo cáo thì ghi thêm `- Ngày hoàn thành: 28/1/2023`, nếu không sẽ bị tính là trễ khi báo cáo sau hạn. Báo cáo thứ hai của cùng một ngày thì thêm chữ sau ngày, như `2023-09-30-so-noi-vu.md`; giao diện biên tập tự thêm `-1`. Mỗi nhiệm vụ chỉ nằm ở một trong hai báo cáo ấy.",
    },
    pages: {
      id: "trang",
      title: "Trang văn và bảng điều khiển",
      prose:
        "Trang văn ở `content/pages/`, bảng điều khiển ở `content/dashboards/`. Biểu đồ đặt trong khối `chart`, trong bảng điều khiển, trang văn và cả trong kế hoạch. Liên kết tới trang khác của trang này bắt đầu và kết thúc bằng dấu `/`.",
    },
    data: {
      id: "so-lieu",
      title: "Cơ quan, văn bản và kết quả",
      prose:
        'Các bảng ở thư mục `data/` mở được bằng Excel; lưu lại dạng CSV UTF-8. Dấu phân cách là phẩy hoặc chấm phẩy, số viết `86,57` hoặc `86.57`, ngày viết `2023-06-30` hoặc `30/6/2023`. Ô để trống là chưa biết, không phải số không. Nhận một tệp Excel kết quả bằng `npm run import -- "Kết quả.xlsx" --index par-index --year 2023`.',
    },
    changes: {
      id: "thay-doi",
      title: "Khi có thay đổi",
      prose: `Địa chỉ đã công bố và mã nhiệm vụ không đổi; sửa ở đúng chỗ, đừng xóa rồi tạo lại.

- **Kế hoạch bị thay thế hoặc kết thúc.** Ghi \`state: replaced\` hoặc \`state: ended\` ở kế hoạch cũ; kế hoạch mới là tệp mới. Tệp cũ để nguyên.
- **Bỏ hoặc đổi tên một kế hoạch.** Bỏ cả báo cáo của nó, rồi thêm vào \`data/redirects.csv\` (cột \`from\`, \`to\`) một dòng như \`/ke-hoach/cu/,/ke-hoach/moi/\`; thiếu dòng ấy thì không phát hành được.
- **Cơ quan đổi tên, hợp nhất.** Thêm dòng mới có \`valid_from\`; ở dòng cũ ghi \`valid_to\` là ngày cuối và \`successors\` là mã mới. Không sửa tên của dòng cũ: văn bản cũ vẫn mang tên cũ.
- **Dời thời hạn.** Báo cáo kỳ tới ghi \`- Thời hạn mới: 31/12/2026\` và một đoạn nói vì sao; không sửa thời hạn trong kế hoạch.
- **Báo cáo ghi sai.** Sửa ngay trong tệp báo cáo; lần sửa được kể ở trang Sửa đổi. Điều thay đổi về sau thì viết báo cáo mới.
- **Kết quả chỉ số được công bố lại.** Giữ dòng cũ với \`basis\` là \`printed\`, thêm dòng mới \`corrected\` và nguồn của nó. Trang Sửa đổi kể số cũ, số mới. Muốn người đọc biết vì sao, viết một đoạn \`Lý do: …\` trong lời ghi khi lưu phiên bản (commit); phần còn lại của lời ghi không được công bố.
- **Đổi tên miền.** Đặt \`SITE_URL\`, \`PATH_PREFIX\` mới rồi phát hành lại; ở máy chủ cũ chuyển hướng từng địa chỉ sang tên miền mới.
- **Đổi người phụ trách.** Sửa \`data/contact.yaml\`; quyền ghi là của máy chủ Git, gỡ ở đó.`,
    },
    check: {
      id: "kiem-tra",
      title: "Kiểm tra trước khi gửi",
      prose:
        "Chạy `npm run check`. Mỗi dòng là một chỗ sai: tệp, dòng, cột, sai gì, sửa thế nào. Mọi chỗ sai được nói cùng một lúc. Ví dụ, báo cáo này sai ba chỗ:",
    },
  },
  /** The end of the last section, after what the check says. */
  send: "Khi không còn lỗi, gửi thay đổi lên máy chủ Git hoặc chuyển thư mục cho người quản lý trang. Trên GitHub và GitLab, lệnh kiểm tra tự chạy cho mỗi đề nghị thay đổi và ghi lỗi vào đúng dòng. Trang có lỗi thì không được công bố; trang đang có giữ nguyên.",
} as const;
