import { DOCUMENT, Service, computed, effect, inject, linkedSignal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Language, ServerNow } from '@vuoro/ui-shared';
import { Api, type CitizenSessionView, extendCitizenSession, readCitizenSession, signOutCitizen } from '@vuoro/ui-shared/api';

/** UNKNOWN until the server has answered for the first time; UNREACHABLE when it never has. */
export type SignInState = 'UNKNOWN' | 'UNREACHABLE' | 'SIGNED_IN' | 'SIGNED_OUT';

/** Who is signed in. Reading it does not prolong the session. */
@Service()
export class CitizenSession {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly now = inject(ServerNow);
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

  /** Where sign-in begins; it comes back to the path. */
  signInLink(returnTo: string): string {
    return `/auth/citizen/login?${new URLSearchParams({ returnTo, language: this.language.current() }).toString()}`;
  }

  /** Ends the session here and then at the identity provider. @throws ApiProblem */
  async signOut(): Promise<void> {
    const { redirectTo } = await this.api.invoke(signOutCitizen, {});
    this.document.location.assign(redirectTo);
  }
}
