/**
 * The examples of the guide, by the path that each would have: a whole small project of a province that does not exist.
 * The tests check and build it, so what is shown is what works.
 */
export const GUIDE_EXAMPLES = {
  "content/plans/ubnd-vi-du/vi-du-2023.md": `---
title: Kế hoạch cải thiện Chỉ số cải cách hành chính năm 2023
agency: ubnd-vi-du
number: 12/KH-UBND
issued: 2023-06-06
year: 2023
state: issued
indices: [par-index]
legal_basis: [1-nq-vi-du-2021]
targets:
  - {index: par-index, measure: rank, at_most: 25, year: 2023}
---
Mục đích, yêu cầu của kế hoạch.

## A. Chỉ đạo, điều hành
### A.I. Kiểm tra
- Thời hạn: Quý IV/2023

#### A.I.1. Kiểm tra ít nhất 30% số cơ quan
- Chủ trì: Sở Nội vụ
- Phối hợp: Sở Tư pháp; Văn phòng
- Sản phẩm: Báo cáo kết quả kiểm tra
- Tiêu chí: par-index/1.3.1
- Chỉ tiêu: ≥ 30% cơ quan được kiểm tra

#### A.I.2. Xử lý vấn đề phát hiện qua kiểm tra
- Chủ trì: Sở Nội vụ (theo dõi, đôn đốc)
- Thời hạn: Trước 15/12/2023

Ghi thêm điều cần nói ở đây.
`,
  "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-09-30.md": `---
plan: vi-du-2023
as_of: 2023-09-30
published: 2023-10-05
reporter: so-noi-vu-vi-du
---
## A.I.1
- Trạng thái: Đang thực hiện
- Tiến độ: 60%
- Giá trị: 22/40 cơ quan
- Minh chứng: [Kế hoạch kiểm tra](https://vi-du.example/ke-hoach-kiem-tra)

Hai cơ quan xin lùi lịch sang tháng 10.

## A.I.2
- Trạng thái: Chưa bắt đầu
`,
  "content/pages/gioi-thieu.md": `---
title: Giới thiệu
description: Trang này công khai điều gì, cho ai.
---
Xem [kế hoạch năm 2023](/ke-hoach/vi-du-2023/), nhất là [việc kiểm tra](/ke-hoach/vi-du-2023/#A.I.1).
`,
  "content/dashboards/thu-hang.md": `---
title: Thứ hạng của tỉnh Ví Dụ
---
\`\`\`chart
type: rank
index: par-index
agencies: [ubnd-vi-du]
title: Thứ hạng PAR INDEX
\`\`\`

Đọc biểu đồ: hạng số nhỏ là tốt.
`,
  "data/agencies.csv": `id,name,short_name,kind,level,parent
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,UBND tỉnh Ví Dụ,body,province,
so-noi-vu-vi-du,Sở Nội vụ,,agency,province,ubnd-vi-du
so-tu-phap-vi-du,Sở Tư pháp,,agency,province,ubnd-vi-du
van-phong-vi-du,Văn phòng,,agency,province,ubnd-vi-du
`,
  "data/contact.yaml": `site_name: Cải cách hành chính tỉnh Ví Dụ
agency: so-noi-vu-vi-du
email: cchc@vi-du.example
phone: 0123 456 789
address: 1 đường Ví Dụ, tỉnh Ví Dụ
`,
  "data/documents.csv": `id,number,kind,date,issuer,title
1-nq-vi-du-2021,1/NQ,Nghị quyết,2021-07-15,,Chương trình cải cách hành chính
`,
  "data/indices/par-index.yaml": `name: Chỉ số cải cách hành chính
short_name: PAR INDEX
publisher: Bộ Nội vụ
unit: điểm
editions:
  - {id: bo-2022, from: 2022, maximum: 100}
`,
  "data/results/par-index.csv": `year,agency,value,unit,maximum,rank,rank_of,basis,source
2022,ubnd-vi-du,"80,91",điểm,100,57,63,printed,Quyết định số 1/QĐ-VD
2023,ubnd-vi-du,"84,60",điểm,100,56,63,printed,Quyết định số 2/QĐ-VD
`,
} as const;

/** A report with three mistakes; the guide shows what the check says of it. */
export const GUIDE_MISTAKES = `---
plan: vi-du-2032
as_of: 2023-10-31
---
## A.I.1
- Trạng thái: Đang thực hện

## A.I.2
- Trạng thái: Hoàn thành
`;
