import { isDevMode } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { keepForOffline } from './keep-for-offline';

void bootstrapApplication(App, appConfig).then(() => {
  if (!isDevMode()) keepForOffline();
});
