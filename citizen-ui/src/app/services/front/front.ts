import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, EmptyState, ErrorState, Loading, Localize } from '@vuoro/ui-shared';
import { type CitizenReservationPageView, type ServiceSummaryView, listOwnReservations, listServices } from '@vuoro/ui-shared/api';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { Contacts } from '../../organisation/contacts';
import { CitizenSession } from '../../session/citizen-session';
import { SignOutMark } from '../../session/sign-out-mark';
import { byTheme, themeText } from '../themes';

const TYPING_PAUSE_MS = 250;
const LONGEST_SEARCH = 100;

/** Services by theme, found by life event or word, and one's own next time. */
@Component({
  selector: 'app-front',
  imports: [AppointmentTime, Contacts, EmptyState, ErrorState, Loading, PageHeading, RouterLink, TranslocoPipe],
  templateUrl: './front.html',
})
export class Front {
  /** The words searched for, from the address. */
  readonly q = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(CitizenSession);
  protected readonly hasSignedOut = inject(SignOutMark).take();
  protected readonly localize = inject(Localize);
  protected readonly themeText = themeText;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly words = computed(() => (this.q() ?? '').trim().slice(0, LONGEST_SEARCH));
  protected readonly services = httpResource<readonly ServiceSummaryView[]>(() => ({
    url: listServices.PATH,
    params: this.words() === '' ? {} : { search: this.words() },
  }));
  /** What was found last stays on the screen while the next search is under way. */
  private readonly found = linkedSignal<readonly ServiceSummaryView[] | null, readonly ServiceSummaryView[] | null>({
    source: () => (this.services.hasValue() ? this.services.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly count = computed(() => (this.words() === '' ? null : (this.found()?.length ?? null)));

  private readonly own = httpResource<CitizenReservationPageView>(() =>
    this.session.isSignedIn() ? { url: listOwnReservations.PATH, params: { when: 'upcoming', limit: 1 } } : undefined,
  );
  private readonly next = computed(() => (this.own.hasValue() ? (this.own.value().items[0] ?? null) : null));
  /** Services and one's own next time come together: what came later would push the other away under one's finger. */
  private readonly isOwnKnown = computed(() =>
    this.session.isSignedIn() ? this.own.hasValue() || this.own.error() !== undefined : this.session.state() !== 'UNKNOWN',
  );
  protected readonly shownGroups = computed(() => {
    const found = this.found();
    return found === null || !this.isOwnKnown() ? null : byTheme(found);
  });
  protected readonly shownNext = computed(() => (this.found() !== null || this.services.error() !== undefined ? this.next() : null));

  constructor() {
    inject(LeaveQuickly).follow(() => false);
  }

  protected searchSoon(event: Event): void {
    clearTimeout(this.typing);
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.typing = setTimeout(() => {
      this.search(value);
    }, TYPING_PAUSE_MS);
  }

  protected searchNow(event: Event, value: string): void {
    event.preventDefault();
    clearTimeout(this.typing);
    this.search(value);
  }

  private search(words: string): void {
    const q = words.trim().slice(0, LONGEST_SEARCH);
    void this.router.navigate([], { queryParams: { q: q === '' ? null : q }, replaceUrl: true });
  }
}
