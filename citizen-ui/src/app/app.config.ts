import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler } from '@angular/router';
import { DIALOG_FOOT, PageFiles, provideApi, provideTexts } from '@vuoro/ui-shared';
import { routes } from './app.routes';
import { LeaveInDialog } from './leave-quickly/leave-in-dialog';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(({ error, url }) => void inject(PageFiles).missed(error, url)),
    ),
    { provide: DIALOG_FOOT, useValue: LeaveInDialog },
    provideApi(),
    provideTexts({
      fi: () => import('../i18n/fi.json'),
      sv: () => import('../i18n/sv.json'),
      en: () => import('../i18n/en.json'),
    }),
  ],
};
