import { type ApplicationConfig, isDevMode, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { provideApi, provideTexts } from '@vuoro/ui-shared';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideApi(),
    provideTexts({
      fi: () => import('../i18n/fi.json'),
      sv: () => import('../i18n/sv.json'),
      en: () => import('../i18n/en.json'),
    }),
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      // The first view is what a slow phone waits for; caching comes after it.
      registrationStrategy: 'registerWhenStable:30000',
    }),
  ],
};
