/**
 * Scrolls to what one looks for first: the working hours, and today the present hour.
 * @param hours shares of the axis before and after the working hours, in per cent
 */
export function scrollToFirstView(scroller: HTMLElement, hours: { readonly before: number; readonly after: number }): void {
  const column = scroller.querySelector<HTMLElement>('.cal-column');
  if (column) scroller.scrollTop = (column.offsetHeight * hours.before) / 100 - 8;
  const now = scroller.querySelector('.cal-now')?.getBoundingClientRect().top;
  if (now === undefined || !column) return;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const seenFrom = top + (scroller.querySelector<HTMLElement>('.cal-head')?.offsetHeight ?? 0);
  // Who opens today's calendar looks for the present hour, also early and late; within the hours in view nothing is moved for it.
  if (now < seenFrom) scroller.scrollTop += now - seenFrom - height / 8;
  else if (now > bottom - height / 4 && isDayGoingOn(scroller, column, now, hours.after)) scroller.scrollTop += now - top - height / 2;
}

/** In the evening there is nothing to see at the present hour: then the day that was, and the days one turns to from it, stay in view. */
function isDayGoingOn(scroller: HTMLElement, column: HTMLElement, now: number, after: number): boolean {
  const day = column.getBoundingClientRect();
  if (now <= day.top + (day.height * (100 - after)) / 100) return true;
  return [...scroller.querySelectorAll('.cal-entry:not(.cal-absence)')].some((entry) => entry.getBoundingClientRect().bottom > now);
}
