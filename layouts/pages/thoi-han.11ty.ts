import { type Calendar, renderCalendar, siteCalendars } from "../calendars.ts";
import { pageEach } from "../paginate.ts";
import type { PageData } from "../parts/layout.tsx";
import { urls } from "../urls.ts";

export const data = {
  pagination: pageEach("calendar", site => [...siteCalendars(site).values()]),
  permalink: ({ calendar }: { calendar: Calendar }) => urls.calendar(calendar.page),
};

export default function CalendarFile({ calendar, settings }: PageData & { calendar: Calendar }) {
  return renderCalendar(calendar, settings);
}
