/**
 * Scrolls to what one looks for first: the working hours, and today the present hour.
 * @param before share of the axis before the working hours, in per cent
 */
export function scrollToFirstView(scroller: HTMLElement, before: number): void {
  const column = scroller.querySelector<HTMLElement>('.cal-column');
  if (column) scroller.scrollTop = (column.offsetHeight * before) / 100 - 8;
  const now = scroller.querySelector('.cal-now')?.getBoundingClientRect().top;
  if (now === undefined) return;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const seenFrom = top + (scroller.querySelector<HTMLElement>('.cal-head')?.offsetHeight ?? 0);
  // Who opens today's calendar looks for the present hour, also early and late; within the hours in view nothing is moved for it.
  if (now < seenFrom) scroller.scrollTop += now - seenFrom - height / 8;
  else if (now > bottom - height / 4) scroller.scrollTop += now - top - height / 2;
}
