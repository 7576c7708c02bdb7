import { httpResource } from '@angular/common/http';
import { Service, computed, effect, inject } from '@angular/core';
import {
  Api,
  type EmployeeSessionView,
  extendEmployeeSession,
  markSharedDesk,
  readEmployeeSession,
  signOutEmployee,
} from '@vuoro/ui-shared/api';
import { Language, ServerNow } from '@vuoro/ui-shared';

/** The server agrees for certain that the limit is over. */
const LOCKED_READ_MS = 1000;

/** Who is signed in, what that person may use, and until when. */
@Service()
export class Session {
  private readonly api = inject(Api);
  private readonly now = inject(ServerNow);
  private readonly language = inject(Language);

  readonly resource = httpResource<EmployeeSessionView>(() => readEmployeeSession.PATH);
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly signedIn = computed(() => this.view()?.signedIn ?? false);
  /** A shared desk that was left: its person signs in again and goes on at the same address. */
  readonly locked = computed(() => this.view()?.locked ?? false);
  readonly sharedDesk = computed(() => this.view()?.sharedDesk ?? false);
  /** Read, or failed to be read. */
  readonly isKnown = computed(() => this.view() !== null || this.resource.error() !== undefined);
  private readonly actions = computed(() => new Set(this.view()?.actions));

  constructor() {
    effect(() => {
      const view = this.view();
      if (view) this.now.synchronise(view.now);
    });
  }

  /** Whether some role of the person includes the action; what it reaches, the server decides case by case. */
  may(action: string): boolean {
    return this.actions().has(action);
  }

  /** Reads again without prolonging: another tab may have gone on working, or signed out. */
  read(): void {
    this.resource.reload();
  }

  async extend(): Promise<void> {
    this.resource.set(await this.api.invoke(extendEmployeeSession, {}));
  }

  /** Takes everything off the screen at once, whatever the network does. The server is asked a moment later: another tab may have gone on working. */
  lock(): void {
    const view = this.view();
    if (view?.signedIn !== true) return;
    const nobody = { signedIn: false, employeeId: null, name: null, title: null, idleEndsAt: null, endsAt: null, actions: [], roles: [] };
    this.resource.set({ ...view, ...nobody, locked: true });
    setTimeout(() => {
      this.read();
    }, LOCKED_READ_MS);
  }

  /** Remembered by this browser, also for whoever signs in here next. @throws ApiProblem SESSION_LOCKED */
  async markDesk(sharedDesk: boolean): Promise<void> {
    this.resource.set(await this.api.invoke(markSharedDesk, { body: { sharedDesk } }));
  }

  /** Leaves for the identity provider, which brings the browser back to the same page. */
  signIn(): void {
    const here = location.pathname + location.search;
    const query = new URLSearchParams({ returnTo: here, language: this.language.current() });
    location.assign(`/auth/employee/login?${query.toString()}`);
  }

  async signOut(): Promise<void> {
    const { redirectTo } = await this.api.invoke(signOutEmployee, {});
    location.assign(redirectTo);
  }
}
