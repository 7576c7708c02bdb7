import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { PageFiles, provideApi, provideTexts } from '@vuoro/ui-shared';
import { routes } from './app.routes';
import { connectLive } from './live/connect-live';
import { CONNECT_LIVE } from './live/live-connection';
import { signedOutInterceptor } from './session/signed-out.interceptor';
import { unattendedInterceptor } from './session/unattended.interceptor';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ defaultQueryParamsHandling: 'preserve' }),
      withNavigationErrorHandler(({ error, url }) => void inject(PageFiles).missed(error, url)),
    ),
    provideApi(signedOutInterceptor, unattendedInterceptor),
    { provide: CONNECT_LIVE, useValue: connectLive },
    provideTexts({
      fi: () => import('../i18n/fi.json'),
      sv: () => import('../i18n/sv.json'),
      en: () => import('../i18n/en.json'),
    }),
  ],
};
