import type { Routes } from '@angular/router';
import { Statement } from './statement';

export const statementsRoutes: Routes = [
  { path: 'accessibility', title: 'statements.accessibility', component: Statement, data: { statement: 'accessibility' } },
  { path: 'privacy', title: 'statements.privacy', component: Statement, data: { statement: 'privacy' } },
  { path: 'terms', title: 'statements.terms', component: Statement, data: { statement: 'terms' } },
];
