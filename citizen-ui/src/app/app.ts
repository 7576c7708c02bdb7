import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Band,
  Language,
  type LanguageCode,
  LanguageSwitch,
  LiveAnnouncer,
  Localize,
  ProblemTexts,
  SkipLink,
  Toaster,
  Toasts,
} from '@vuoro/ui-shared';
import { RouteFocus } from './heading/route-focus';
import { LeaveButton } from './leave-quickly/leave-button';
import { LeaveQuickly } from './leave-quickly/leave-quickly';
import { Contacts } from './organisation/contacts';
import { Organisation } from './organisation/organisation';
import { CitizenSession } from './session/citizen-session';
import { KeptForm } from './session/kept-form';
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
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly organisation = inject(Organisation).view;
  private readonly localize = inject(Localize);
  private readonly texts = inject(TranslocoService);
  private readonly toaster = inject(Toaster);
  private readonly problems = inject(ProblemTexts);
  protected readonly session = inject(CitizenSession);
  protected readonly leave = inject(LeaveQuickly);

  /** The page itself says it first: a band that came later would push down what is being read. */
  private readonly environmentOfPage = this.document.documentElement.dataset['environment'] ?? '';
  protected readonly isTest = computed(() =>
    this.organisation.hasValue() ? this.organisation.value().environmentName !== null : this.environmentOfPage !== '',
  );
  protected readonly organisationName = computed(() =>
    this.organisation.hasValue() ? this.localize.text(this.organisation.value().name) : '',
  );

  /** As messages name it: who got one must know the place again. The page itself says it first, so that nothing moves when it is known. */
  protected readonly portalName = computed(() =>
    this.organisation.hasValue() ? this.localize.text(this.organisation.value().portalName) : this.nameOfPage(this.language.current()),
  );

  constructor() {
    // From the first page on, so that it knows which page was the first.
    inject(RouteFocus);
    // Whatever page opens: what was typed must not stay in the tab.
    inject(KeptForm);
  }

  private nameOfPage(language: LanguageCode): string {
    const name = this.document.querySelector(`meta[name="portal-name-${language}"]`)?.getAttribute('content') ?? '';
    return name.startsWith('__') ? '' : name;
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toaster.show(`${this.texts.translate<string>('session.signOutFailed')} ${this.problems.of(error)}`);
    }
  }
}
