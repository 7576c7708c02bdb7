import type { Routes } from '@angular/router';

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
    loadComponent: () => import('./calendar/calendar-page').then((file) => file.CalendarPage),
    children: reservation,
  },
  {
    path: 'tasks',
    title: 'tasks.title',
    loadComponent: () => import('./tasks/tasks-page').then((file) => file.TasksPage),
    children: reservation,
  },
  { path: '**', title: 'notFound.title', loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound) },
];
