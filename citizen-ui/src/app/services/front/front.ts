import { Component, DestroyRef, computed, inject, input, linkedSignal } from '@angular/core';
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
  /** Runs while somebody is writing, until the search for it begins. */
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly words = computed(() => asSearch(this.q() ?? ''));
  /** What stands in the box: as it was written, until the address brings other words, as Back does. */
  protected readonly written = linkedSignal<string, string>({
    source: this.words,
    computation: (words, before) => {
      const isOwn = before !== undefined && (this.typing !== undefined || asSearch(before.value) === words);
      return isOwn ? before.value : words;
    },
  });
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
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.typing);
    });
  }

  protected searchSoon(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.written.set(value);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.search(value);
    }, TYPING_PAUSE_MS);
  }

  protected searchNow(event: Event): void {
    event.preventDefault();
    this.search(this.written());
  }

  private search(written: string): void {
    clearTimeout(this.typing);
    this.typing = undefined;
    void this.router.navigate([], { queryParams: { q: asSearch(written) || null }, replaceUrl: true });
  }
}

function asSearch(written: string): string {
  return written.trim().slice(0, LONGEST_SEARCH);
}
