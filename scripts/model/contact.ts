import { z } from "zod";
import type { AgencyDirectory } from "./agency.ts";
import { reference, refuse, text } from "./fields.ts";
import { type Report, startOf } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { checkAgency } from "./unknown-agency.ts";
import { readYaml } from "./yaml.ts";

const contactFields = z.strictObject({
  /** What the site is called. */
  site_name: text.optional(),
  agency: reference.optional(),
  email: text
    .transform((value, context): string =>
      /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/.test(value)
        ? value
        : refuse(context, `“${value}” không phải địa chỉ thư điện tử`, "viết như ten@co-quan.gov.vn"),
    )
    .optional(),
  phone: text
    .transform((value, context): string =>
      /^\+?[\d\s().-]{6,20}$/.test(value)
        ? value
        : refuse(context, `“${value}” không phải số điện thoại`, "chỉ dùng chữ số, dấu cách và dấu chấm"),
    )
    .optional(),
  address: text.optional(),
});

/** Whose the site is: its name, and whom a reader tells of an error (data/contact.yaml); what is not given is not guessed. */
export interface Contact extends z.output<typeof contactFields> {}

/** Reads data/contact.yaml. */
export function parseContact(
  file: SourceFile | undefined,
  agencies: AgencyDirectory,
  report: Report,
): Contact {
  if (!file) return {};
  const read = readYaml(file.text, startOf(file.path), contactFields, report);
  const agency = read?.fields.agency;
  if (read && agency !== undefined) checkAgency(agency, agencies, read.placeOf("agency"), report);
  return read?.fields ?? {};
}
