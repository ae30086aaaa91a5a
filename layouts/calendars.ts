import type { Deadline } from "../scripts/model/deadline.ts";
import type { IsoDate } from "../scripts/model/fields.ts";
import { correctionsOf, reportsOn, startOfDay } from "../scripts/model/history.ts";
import type { Plan } from "../scripts/model/plan.ts";
import { deadlineNow } from "../scripts/model/progress.ts";
import { type PlanTask, type Site, taskKey } from "../scripts/model/site.ts";
import { perSite } from "../scripts/model/site-reads.ts";
import { leadsOf } from "../scripts/model/task.ts";
import type { Settings } from "../scripts/settings.ts";
import { formatDate } from "./format.ts";
import { feedStrings } from "./history-strings.ts";
import { textLine, valueLine } from "./icalendar.ts";
import { authority } from "./identity.ts";
import { planStrings } from "./plan-strings.ts";
import { related } from "./related.ts";
import { strings } from "./strings.ts";
import { absoluteUrl, urls } from "./urls.ts";

const words = planStrings.task;

/** A calendar of the deadlines of a plan, or of the tasks that an agency leads. */
export interface Calendar {
  readonly title: string;
  /** The page that the calendar belongs to; its address begins with it. */
  readonly page: string;
  /** The tasks whose deadline gives a date; the others are in no calendar. */
  readonly tasks: readonly DatedTask[];
}

/** A task with what its event says of it. */
interface DatedTask extends PlanTask {
  readonly due: IsoDate;
  readonly deadline: Deadline;
  /** It no longer applies. */
  readonly isCancelled: boolean;
  /** When the deadlines of its plan came to be what they are, in UTC as iCalendar writes it. */
  readonly stamp: string;
}

/** All calendars of a site, by the page that they belong to; none without a dated deadline. */
export const siteCalendars = perSite("calendars", (site): ReadonlyMap<string, Calendar> => {
  const { judged, leads } = related(site);
  const stamps = new Map(site.plans.map(plan => [plan, stampOf(site, plan)]));
  const dated = new Map<PlanTask, DatedTask>();
  const ofPlan = new Map<Plan, DatedTask[]>(site.plans.map(plan => [plan, []]));
  for (const item of judged) {
    const { plan, task, due, status } = item;
    const deadline = deadlineNow(site, plan, task);
    if (due === undefined || !deadline) continue;
    const isCancelled = status === "not-applicable";
    const made = { plan, task, due, deadline, isCancelled, stamp: stamps.get(plan) ?? "" };
    dated.set(item, made);
    ofPlan.get(plan)?.push(made);
  }
  const all: Calendar[] = [
    ...[...ofPlan].map(([{ title, slug }, tasks]) => ({ title, page: urls.plan(slug), tasks })),
    ...[...leads].map(([id, tasks]) => ({
      title: site.agencies.byId.get(id)?.name ?? id,
      page: urls.agency(id),
      tasks: tasks.flatMap(item => dated.get(item) ?? []),
    })),
  ];
  return new Map(all.filter(({ tasks }) => tasks.length > 0).map(calendar => [calendar.page, calendar]));
});

/**
 * A calendar as iCalendar (RFC 5545): one event a task, on the whole of its last day. Deadlines are days in Vietnam and
 * no moments, so the events have a date, which is the same in every time zone. Nothing in it depends on the day of the
 * build.
 */
export function renderCalendar({ title, tasks }: Calendar, settings: Settings): string {
  let text =
    "BEGIN:VCALENDAR\r\n" +
    valueLine("VERSION", "2.0") +
    textLine("PRODID", `-//${strings.site.name}//VI`) +
    valueLine("CALSCALE", "GREGORIAN") +
    valueLine("METHOD", "PUBLISH") +
    textLine("X-WR-CALNAME", `${feedStrings.calendarOf} – ${title}`) +
    valueLine("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
  const host = authority(settings);
  for (const task of tasks) text += renderEvent(task, settings, host);
  return `${text}END:VCALENDAR\r\n`;
}

function renderEvent(item: DatedTask, settings: Settings, host: string): string {
  const { plan, task, due, deadline, isCancelled, stamp } = item;
  const { printed, precision } = deadline;
  const computed = precision === "day" ? "" : ` (${words.computed} ${formatDate(due)})`;
  // Who leads in two pairs is named once.
  const leads = [...new Set(leadsOf(task).map(({ printed: name }) => name))].join("; ");
  const description =
    (leads && `${words.leads}: ${leads}\n`) +
    `${words.deadline}: ${printed}${computed}\n` +
    `${planStrings.plan}: ${plan.number ?? plan.title}`;
  // A relative address means nothing in a calendar.
  const address = settings.siteUrl && absoluteUrl(settings, urls.task(plan.slug, task.id));
  return (
    "BEGIN:VEVENT\r\n" +
    textLine("UID", `${taskKey(plan.slug, task.id)}@${host}`) +
    valueLine("DTSTAMP", stamp) +
    valueLine("DTSTART;VALUE=DATE", due.replaceAll("-", "")) +
    textLine("SUMMARY", `${task.id}. ${task.title}`) +
    textLine("DESCRIPTION", description) +
    (address && valueLine("URL", address)) +
    (isCancelled ? "STATUS:CANCELLED\r\n" : "") +
    // A deadline takes nobody's day.
    "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
  );
}

/**
 * When the deadlines of a plan came to be what they are, in UTC: the last change of its text or the last report, or else
 * its issue or the beginning of its years.
 */
function stampOf(site: Site, plan: Plan): string {
  const changed =
    correctionsOf(site, plan.slug)[0]?.at ?? startOfDay(plan.issued ?? `${plan.years[0]}-01-01`);
  const reported = reportsOn(site, plan.slug).at(-1)?.asOf;
  const at = reported !== undefined && startOfDay(reported) > changed ? startOfDay(reported) : changed;
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
