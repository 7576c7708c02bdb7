import type { Routes } from '@angular/router';
import { signedInOnly } from './session/signed-in-only';

/** Own pages have no title of their own: the browser's history then says only "Asiointi". */
export const routes: Routes = [
  { path: '', title: 'front.pageTitle', loadComponent: () => import('./services/front/front').then((file) => file.Front) },
  {
    path: 'services/:slug',
    title: 'service.pageTitle',
    loadComponent: () => import('./services/service/service').then((file) => file.ServicePage),
  },
  {
    path: 'times/:type',
    title: 'chooseTime.title',
    loadComponent: () => import('./booking/choose-time/choose-time').then((file) => file.ChooseTime),
  },
  { path: 'sign-in', loadComponent: () => import('./sign-in/sign-in').then((file) => file.SignIn) },
  {
    path: '',
    canActivateChild: [signedInOnly],
    children: [
      { path: 'hold', loadComponent: () => import('./booking/hold/take-hold').then((file) => file.TakeHold) },
      { path: 'confirm/:hold', loadComponent: () => import('./booking/confirm/confirm').then((file) => file.Confirm) },
      { path: 'done/:id', loadComponent: () => import('./booking/done/done').then((file) => file.Done) },
      { path: 'my-times', loadChildren: () => import('./my-times/my-times.routes').then((file) => file.myTimesRoutes) },
      { path: 'my-details', loadComponent: () => import('./my-details/my-details').then((file) => file.MyDetails) },
    ],
  },
  { path: 'statements', loadChildren: () => import('./statements/statements.routes').then((file) => file.statementsRoutes) },
  { path: '**', title: 'notFound.title', loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound) },
];
