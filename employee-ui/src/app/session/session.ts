import { httpResource } from '@angular/common/http';
import { Service, computed, effect, inject } from '@angular/core';
import { Api, type EmployeeSessionView, extendEmployeeSession, readEmployeeSession, signOutEmployee } from '@vuoro/ui-shared/api';
import { Language, ServerNow } from '@vuoro/ui-shared';

/** Who is signed in, what that person may use, and until when. */
@Service()
export class Session {
  private readonly api = inject(Api);
  private readonly now = inject(ServerNow);
  private readonly language = inject(Language);

  readonly resource = httpResource<EmployeeSessionView>(() => readEmployeeSession.PATH);
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly signedIn = computed(() => this.view()?.signedIn ?? false);
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
