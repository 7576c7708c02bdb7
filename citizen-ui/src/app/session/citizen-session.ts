import { DOCUMENT, Service, computed, effect, inject, linkedSignal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Language, ServerNow } from '@vuoro/ui-shared';
import { Api, type CitizenSessionView, extendCitizenSession, readCitizenSession, signOutCitizen } from '@vuoro/ui-shared/api';
import { LeftPage } from './left-page';
import { OtherTabs } from './other-tabs';
import { SignOutMark } from './sign-out-mark';

/** UNKNOWN until the server has answered for the first time; UNREACHABLE when it never has. */
export type SignInState = 'UNKNOWN' | 'UNREACHABLE' | 'SIGNED_IN' | 'SIGNED_OUT';

/** Who is signed in. Reading it does not prolong the session. */
@Service()
export class CitizenSession {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly now = inject(ServerNow);
  private readonly signOutMark = inject(SignOutMark);
  private readonly otherTabs = inject(OtherTabs);
  private readonly leftPage = inject(LeftPage);
  private readonly reply = httpResource<CitizenSessionView>(() => readCitizenSession.PATH);

  /** A lost connection does not sign anybody out: the last answer stands. */
  readonly current = linkedSignal<CitizenSessionView | null, CitizenSessionView | null>({
    source: () => (this.reply.hasValue() ? this.reply.value() : null),
    computation: (told, previous) => told ?? previous?.value ?? null,
  });
  readonly state = computed<SignInState>(() => {
    const session = this.current();
    if (session !== null) return session.signedIn ? 'SIGNED_IN' : 'SIGNED_OUT';
    return this.reply.error() === undefined ? 'UNKNOWN' : 'UNREACHABLE';
  });
  readonly isSignedIn = computed(() => this.state() === 'SIGNED_IN');

  constructor() {
    this.otherTabs.whenSignedOut(() => {
      this.forget();
    });
    effect(() => {
      const session = this.current();
      if (session !== null) this.now.synchronise(session.now);
    });
  }

  readAgain(): void {
    this.reply.reload();
  }

  /** Starts the idle limit anew. @throws ApiProblem SIGN_IN_REQUIRED */
  async extend(): Promise<void> {
    this.current.set(await this.api.invoke(extendCitizenSession, {}));
  }

  /** Where sign-in begins; it comes back to the path. FRESH: the identity provider asks also whom it knows already. */
  signInLink(returnTo: string, recognition: 'ANY' | 'FRESH' = 'ANY'): string {
    const query = new URLSearchParams({ returnTo, language: this.language.current() });
    if (recognition === 'FRESH') query.set('fresh', '1');
    return `/auth/citizen/login?${query.toString()}`;
  }

  /** Ends the session here and then at the identity provider. @throws ApiProblem */
  async signOut(): Promise<void> {
    const { redirectTo } = await this.api.invoke(signOutCitizen, {});
    this.otherTabs.tellSignedOut();
    this.signOutMark.set();
    this.leftPage.hide();
    this.document.location.assign(redirectTo);
  }

  /** At once, whatever the network does: another tab has ended the session. */
  private forget(): void {
    const session = this.current();
    if (session?.signedIn !== true) return;
    this.current.set({ ...session, signedIn: false, name: null, clientId: null, idleEndsAt: null, endsAt: null, onBehalfOf: null });
  }
}
