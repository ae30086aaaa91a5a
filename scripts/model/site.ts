import type { Abbreviation } from "./abbreviation.ts";
import type { AgencyDirectory } from "./agency.ts";
import type { ChartBlock } from "./chart-block.ts";
import type { Contact } from "./contact.ts";
import type { DataHistory } from "./data-change.ts";
import type { LegalDocument } from "./document.ts";
import type { IsoDate } from "./fields.ts";
import type { History } from "./history.ts";
import type { Index } from "./indices.ts";
import type { Page } from "./page.ts";
import type { Peer } from "./peer.ts";
import type { Plan } from "./plan.ts";
import type { Redirect } from "./redirect.ts";
import type { Result } from "./result.ts";
import type { DatedTaskUpdate } from "./status.ts";
import type { Task } from "./task.ts";
import type { Update } from "./update.ts";

/** All that the site publishes, checked and frozen: the one value that pages, search and downloads are made from. */
export interface Site {
  /** The day that lateness is judged at. */
  readonly asOf: IsoDate;
  readonly agencies: AgencyDirectory;
  /** By id. */
  readonly documents: ReadonlyMap<string, LegalDocument>;
  readonly abbreviations: readonly Abbreviation[];
  /** By id. */
  readonly indices: ReadonlyMap<string, Index>;
  readonly results: readonly Result[];
  /** Whom to tell of an error. */
  readonly contact: Contact;
  /** Published addresses that have moved. */
  readonly redirects: readonly Redirect[];
  /** Newest year first, in it what was issued last, then what has no day, by title. */
  readonly plans: readonly Plan[];
  readonly planBySlug: ReadonlyMap<string, Plan>;
  /** Newest first. */
  readonly updates: readonly Update[];
  /** By `taskKey`, oldest first. */
  readonly updatesByTask: ReadonlyMap<string, readonly DatedTaskUpdate[]>;
  /** Other sites whose data this one shows. */
  readonly peers: readonly Peer[];
  readonly pages: readonly Page[];
  readonly dashboards: readonly Page[];
  /** The ```chart blocks of dashboards, pages and plans, by path of the file. */
  readonly charts: ReadonlyMap<string, readonly ChartBlock[]>;
  /** The plan of this site that a document is, by the document's id. */
  readonly planOfDocument: ReadonlyMap<string, Plan>;
  /** What the plan carries out: plans of this site and documents. By plan slug. */
  readonly upperPlans: ReadonlyMap<string, readonly UpperPlan[]>;
  /** Plans that carry out a plan or document, by its slug or id. */
  readonly lowerPlans: ReadonlyMap<string, readonly Plan[]>;
  /** Tasks that carry out a task, by `taskKey` of the upper task. */
  readonly lowerTasks: ReadonlyMap<string, readonly PlanTask[]>;
  /** What was changed and when; undefined where the content is in no repository. */
  readonly history: History | undefined;
  /** The same of indices and their results; undefined where the data is in no repository. */
  readonly dataHistory: DataHistory | undefined;
}

/** A plan above another: a plan of this site, a document, or both at once. */
export interface UpperPlan {
  readonly plan: Plan | undefined;
  readonly document: LegalDocument | undefined;
}

/** A task with the plan that it stands in. */
export interface PlanTask {
  readonly plan: Plan;
  readonly task: Task;
}

/** The key of a task anywhere on the site, `<plan>#<task>`; also how content and people cite it. */
export function taskKey(plan: string, task: string): string {
  return `${plan}#${task}`;
}
