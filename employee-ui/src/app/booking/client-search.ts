import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, FieldControl, LabelledField, Loading, ServerNow, Submission, atMost, dateOf } from '@vuoro/ui-shared';
import { Api, type ClientView, findClients } from '@vuoro/ui-shared/api';
import { FocusedHeading } from '../reservations/focused-heading';
import { Session } from '../session/session';
import { readBirthDate } from './birth-date';
import { ClientCard } from './client-card';
import { ClientChoice } from './client-choice';
import { clientQuery } from './client-query';
import { FocusOnShow } from '../reservations/focus-on-show';
import { looksLikeIdentityCode, readIdentityCode } from './identity-code';

const LONGEST_NAME = 100;

/** Finds whom the time is for. What is typed goes in the body of a request, never into an address, and the search is logged. */
@Component({
  selector: 'app-client-search',
  imports: [ClientCard, ErrorState, FieldControl, FocusOnShow, FocusedHeading, FormField, LabelledField, Loading, TranslocoPipe],
  templateUrl: './client-search.html',
  styleUrl: './client-search.css',
})
export class ClientSearch {
  private readonly api = inject(Api);
  private readonly now = inject(ServerNow);
  private readonly session = inject(Session);
  protected readonly choice = inject(ClientChoice);

  private readonly today = computed(() => dateOf(this.now.minute()));
  protected readonly search = form(this.choice.typed, (path) => {
    required(path.who);
    atMost(path.who, LONGEST_NAME);
    validate(path.who, ({ value }) =>
      looksLikeIdentityCode(value()) && readIdentityCode(value()) === null ? { kind: 'NOT_AN_IDENTITY_CODE' } : undefined,
    );
    required(path.birthOn, { when: ({ valueOf }) => !looksLikeIdentityCode(valueOf(path.who)) });
    validate(path.birthOn, ({ value }) =>
      value().trim() !== '' && readBirthDate(value(), this.today()) === null ? { kind: 'DATE_INVALID' } : undefined,
    );
  });
  protected readonly sending = new Submission(this.search);
  protected readonly mayAdd = computed(() => this.session.may('CLIENT_CREATE'));
  protected readonly wasByCode = signal(false);

  protected async findClient(event: Event): Promise<void> {
    const isFound = await this.sending.send(event, async (typed) => {
      this.choice.found.set(null);
      const body = clientQuery(typed, this.today());
      if (body === null) return;
      this.wasByCode.set(body.identityCode !== undefined);
      this.show(await this.api.invoke(findClients, { body }));
    });
    if (!isFound) this.search().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private show(clients: readonly ClientView[]): void {
    this.choice.found.set(clients);
    const [only, ...others] = clients;
    if (only !== undefined && others.length === 0 && !only.deceased) this.choice.choose(only);
  }
}
