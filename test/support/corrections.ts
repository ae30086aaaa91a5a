import type { History } from "../../scripts/model/history.ts";

export const PLAN = "content/plans/vi-du/ke-hoach.md";
export const UPDATE = "content/updates/vi-du/ke-hoach/2023-06-30.md";
export const TASK = "## A.1 Kiểm tra\n- Chủ trì: Sở Nội vụ\n- Thời hạn: Quý II/2023\n";
export const REPORT =
  "---\nplan: ke-hoach\nas_of: 2023-06-30\n---\n## A.1\n- Trạng thái: Đang thực hiện\n- Tiến độ: 40%\n";
export const DAYS = [
  "2023-02-01T08:00:00+07:00",
  "2023-03-01T08:00:00+07:00",
  "2023-04-01T08:00:00+07:00",
] as const;

/** Each correction as `day path: id field before → after`, newest first. */
export function told(history: History | undefined): string[] {
  return (history?.corrections ?? []).map(
    ({ at, plan: slug, report, changes }) =>
      `${at.slice(0, 10)} ${slug}${report ? ` báo cáo ${report}` : ""}: ${changes
        .map(({ id, field, before, after }) =>
          [id, field, JSON.stringify(before), "→", JSON.stringify(after)].filter(Boolean).join(" "),
        )
        .join("; ")}`,
  );
}
