import type { AGENCY_KINDS } from "../scripts/model/agency.ts";

/** Words of an agency's own page, and of where it is named. */
export const agencyStrings = {
  kinds: {
    body: "Cơ quan quyền lực, chính quyền",
    agency: "Cơ quan",
    unit: "Đơn vị",
    group: "Nhóm cơ quan",
    temporary: "Tổ chức phối hợp",
    press: "Báo chí",
    company: "Doanh nghiệp",
    office: "Chức danh",
  } satisfies Record<(typeof AGENCY_KINDS)[number], string>,
} as const;
