import type { Routes } from '@angular/router';

export const myTimesRoutes: Routes = [
  { path: '', loadComponent: () => import('./list/my-times').then((file) => file.MyTimes) },
  { path: ':id', loadComponent: () => import('./detail/my-time').then((file) => file.MyTime) },
  { path: ':id/move', loadComponent: () => import('./move/move-time').then((file) => file.MoveTime) },
];
