import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Band, ErrorState, LiveAnnouncer, Loading, SkipLink, Toasts } from '@vuoro/ui-shared';
import { IdleWarning } from './session/idle-warning';
import { LockScreen } from './session/lock-screen';
import { Session } from './session/session';
import { SignIn } from './session/sign-in';
import { Rail } from './shell/rail';
import { TopBar } from './shell/top-bar';

@Component({
  selector: 'app-root',
  imports: [
    Band,
    ErrorState,
    IdleWarning,
    LiveAnnouncer,
    Loading,
    LockScreen,
    Rail,
    RouterOutlet,
    SignIn,
    SkipLink,
    Toasts,
    TopBar,
    TranslocoPipe,
  ],
  templateUrl: './app.html',
})
export class App {
  protected readonly session = inject(Session);
  protected readonly environment = computed(() => this.session.view()?.environmentName ?? null);
  /** The plain word for a test environment is said in the language of the page; a name that somebody has given stays. */
  protected readonly isTest = computed(() => this.environment() === 'TESTI');
}
