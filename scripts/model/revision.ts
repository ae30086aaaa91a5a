import type { IsoDate } from "./fields.ts";

/** The state of the content that a site is built from, as Git knows it. */
export interface Revision {
  /** Full name of the commit. */
  readonly id: string;
  /** The day on which it was made. */
  readonly day: IsoDate;
  /** Whether the folders hold something that is not in it. */
  readonly changed: boolean;
}
