import type { Routes } from '@angular/router';
import { askBeforeLeaving, askBeforeReplacing } from './leave/leave-guard';
import { mayUse } from './session/may-use';

/** The drawer belongs to reservations and opens over several pages: only here do features meet. */
const reservation: Routes = [
  {
    path: 'reservations/:reservationId',
    title: 'reservation.title',
    canDeactivate: [askBeforeReplacing],
    loadComponent: () => import('./reservations/drawer/reservation-drawer').then((file) => file.ReservationDrawer),
  },
];

/** Booking an offered time for a client, over the page where the time was found. */
function booking(typeSettled: boolean): Routes {
  return [
    {
      path: 'book/:offeredTimeId',
      title: 'booking.title',
      data: { typeSettled },
      canMatch: [mayUse('RESERVATION_CREATE')],
      canDeactivate: [askBeforeLeaving],
      loadComponent: () => import('./booking/booking-panel').then((file) => file.BookingPanel),
    },
  ];
}

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'calendar' },
  {
    path: 'calendar',
    title: 'schedule.title',
    canMatch: [mayUse('CALENDAR_READ')],
    canDeactivate: [askBeforeLeaving],
    loadComponent: () => import('./calendar/calendar-page').then((file) => file.CalendarPage),
    children: [...reservation, ...booking(false)],
  },
  {
    path: 'find-time',
    title: 'findTime.title',
    canMatch: [mayUse('RESERVATION_CREATE')],
    loadComponent: () => import('./find-time/find-time-page').then((file) => file.FindTimePage),
    // The search was for one type, so a time that accepts several is booked for that one.
    children: [...reservation, ...booking(true)],
  },
  {
    path: 'tasks',
    title: 'tasks.title',
    canMatch: [mayUse('EMPLOYEE_TASK_READ')],
    loadComponent: () => import('./tasks/tasks-page').then((file) => file.TasksPage),
    children: reservation,
  },
  { path: '**', title: 'notFound.title', loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound) },
];
