import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Band, LanguageSwitch, LiveAnnouncer, Localize, ProblemTexts, SkipLink, Toaster, Toasts } from '@vuoro/ui-shared';
import { RouteFocus } from './heading/route-focus';
import { LeaveButton } from './leave-quickly/leave-button';
import { LeaveQuickly } from './leave-quickly/leave-quickly';
import { Contacts } from './organisation/contacts';
import { Organisation } from './organisation/organisation';
import { CitizenSession } from './session/citizen-session';
import { SessionWarning } from './session/session-warning';

@Component({
  selector: 'app-root',
  imports: [
    Band,
    Contacts,
    LanguageSwitch,
    LeaveButton,
    LiveAnnouncer,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SessionWarning,
    SkipLink,
    Toasts,
    TranslocoPipe,
  ],
  templateUrl: './app.html',
})
export class App {
  private readonly organisation = inject(Organisation).view;
  private readonly localize = inject(Localize);
  private readonly texts = inject(TranslocoService);
  private readonly toaster = inject(Toaster);
  private readonly problems = inject(ProblemTexts);
  protected readonly session = inject(CitizenSession);
  protected readonly leave = inject(LeaveQuickly);

  /** The page itself says it first: a band that came later would push down what is being read. */
  private readonly environmentOfPage = inject(DOCUMENT).documentElement.dataset['environment'] ?? '';
  protected readonly isTest = computed(() =>
    this.organisation.hasValue() ? this.organisation.value().environmentName !== null : this.environmentOfPage !== '',
  );
  protected readonly organisationName = computed(() =>
    this.organisation.hasValue() ? this.localize.text(this.organisation.value().name) : '',
  );

  constructor() {
    // From the first page on, so that it knows which page was the first.
    inject(RouteFocus);
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toaster.show(`${this.texts.translate<string>('session.signOutFailed')} ${this.problems.of(error)}`);
    }
  }
}
