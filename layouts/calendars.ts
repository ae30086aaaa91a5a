import ICAL from "ical.js";
import type { Settings } from "../scripts/load.ts";
import { reportsOn, revisionsOf, startOfDay } from "../scripts/model/history.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { deadlineNow, updatesOf } from "../scripts/model/progress.ts";
import { type PlanTask, type Site, taskKey } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { leadsOf } from "../scripts/model/task.ts";
import { formatDate } from "./format.ts";
import { feedStrings } from "./history-strings.ts";
import { authority } from "./identity.ts";
import { absoluteUrl } from "./parts/layout.tsx";
import { planStrings } from "./plan-strings.ts";
import { related } from "./related.ts";
import { strings } from "./strings.ts";
import { urls } from "./urls.ts";

const words = planStrings.task;

/** A calendar of the deadlines of a plan, or of the tasks that an agency leads. */
export interface Calendar {
  readonly title: string;
  /** The page that the calendar belongs to; its address begins with it. */
  readonly page: string;
  /** The tasks whose deadline gives a date; the others are in no calendar. */
  readonly tasks: readonly PlanTask[];
}

/** All calendars of a site, by the page that they belong to; none without a dated deadline. */
export const siteCalendars = perSite("calendars", (site): ReadonlyMap<string, Calendar> => {
  const all = [
    ...site.plans.map(plan => ({
      title: plan.title,
      page: urls.plan(plan.slug),
      tasks: plan.tasks.map(task => ({ plan, task })),
    })),
    ...[...related(site).leads].map(([id, tasks]) => ({
      title: site.agencies.byId.get(id)?.name ?? id,
      page: urls.agency(id),
      tasks,
    })),
  ].map(calendar => ({
    ...calendar,
    tasks: calendar.tasks.filter(({ plan, task }) => deadlineNow(site, plan, task)?.due),
  }));
  return new Map(all.filter(({ tasks }) => tasks.length > 0).map(calendar => [calendar.page, calendar]));
});

// The library does not count the space that a folded line begins with; RFC 5545 allows 75 bytes with it.
ICAL.foldLength = 74;

/** One property of iCalendar as jCal writes it (RFC 7265). */
type Property = readonly [name: string, parameters: object, type: string, value: string];

/**
 * A calendar as iCalendar (RFC 5545): one event a task, on the whole of its last day. Deadlines are days in Vietnam and
 * no moments, so the events have a date, which is the same in every time zone. Nothing in it depends on the day of the
 * build.
 */
export function renderCalendar({ title, tasks }: Calendar, site: Site, settings: Settings): string {
  const properties: Property[] = [
    ["version", {}, "text", "2.0"],
    ["prodid", {}, "text", `-//${strings.site.name}//VI`],
    ["calscale", {}, "text", "GREGORIAN"],
    ["method", {}, "text", "PUBLISH"],
    ["x-wr-calname", {}, "unknown", `${feedStrings.calendarOf} – ${title}`],
    ["x-wr-timezone", {}, "unknown", "Asia/Ho_Chi_Minh"],
  ];
  const host = authority(settings);
  const events = tasks.map(task => ["vevent", eventOf(task, site, settings, host), []]);
  return ICAL.stringify(["vcalendar", properties, events]);
}

function eventOf({ plan, task }: PlanTask, site: Site, settings: Settings, host: string): Property[] {
  const { due = "", printed = "", precision } = deadlineNow(site, plan, task) ?? {};
  const computed = precision === "day" ? "" : ` (${words.computed} ${formatDate(due)})`;
  const leads = leadsOf(task).map(({ printed: name }) => name);
  const lines = [
    ...(leads.length > 0 ? [`${words.leads}: ${leads.join("; ")}`] : []),
    `${words.deadline}: ${printed}${computed}`,
    `${planStrings.plan}: ${plan.number ?? plan.title}`,
  ];
  const isCancelled = updatesOf(site, plan, task).at(-1)?.state === "Không còn áp dụng";
  return [
    ["uid", {}, "text", `${taskKey(plan.slug, task.id)}@${host}`],
    ["dtstamp", {}, "date-time", stampOf(site, plan)],
    ["dtstart", {}, "date", due],
    ["summary", {}, "text", `${task.id}. ${task.title}`],
    ["description", {}, "text", lines.join("\n")],
    // A relative address means nothing in a calendar.
    ...(settings.siteUrl
      ? [["url", {}, "uri", absoluteUrl(settings, urls.task(plan.slug, task.id))] as const]
      : []),
    ...(isCancelled ? [["status", {}, "text", "CANCELLED"] as const] : []),
    // A deadline takes nobody's day.
    ["transp", {}, "text", "TRANSPARENT"],
  ];
}

/**
 * When the deadlines of a plan came to be what they are, in UTC: the last change of its text or the last report, or else
 * its issue or the beginning of its years.
 */
function stampOf(site: Site, plan: Plan): string {
  const changed = revisionsOf(site, plan.slug)[0]?.at ?? startOfDay(plan.issued ?? `${plan.years[0]}-01-01`);
  const reported = reportsOn(site, plan.slug).at(-1)?.asOf;
  const at = reported !== undefined && startOfDay(reported) > changed ? startOfDay(reported) : changed;
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
