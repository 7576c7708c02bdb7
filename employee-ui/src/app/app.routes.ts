import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', title: 'front.title', loadComponent: () => import('./front/front').then((file) => file.Front) },
  { path: '**', title: 'notFound.title', loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound) },
];
