import type { Routes } from '@angular/router';
import { mayUse } from './session/may-use';

/** The drawer belongs to reservations and opens over several pages: only here do features meet. */
const reservation: Routes = [
  {
    path: 'reservations/:reservationId',
    title: 'reservation.title',
    loadComponent: () => import('./reservations/drawer/reservation-drawer').then((file) => file.ReservationDrawer),
  },
];

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'calendar' },
  {
    path: 'calendar',
    title: 'schedule.title',
    canMatch: [mayUse('CALENDAR_READ')],
    loadComponent: () => import('./calendar/calendar-page').then((file) => file.CalendarPage),
    children: reservation,
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
