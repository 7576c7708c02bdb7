import { Component, computed, inject } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiProblem, ErrorState, FieldControl, Intention, LabelledField, ServerNow, dateOf, Submission, problemOf } from '@vuoro/ui-shared';
import { Api, type ClientView, type CreateClientRequest, createClient } from '@vuoro/ui-shared/api';
import { BroughtIntoView } from '../reservations/brought-into-view';
import { FocusedHeading } from '../reservations/focused-heading';
import { InterpreterLanguages } from '../reservations/interpreter-languages';
import { ReservationTexts } from '../reservations/reservation-texts';
import { ClientChoice } from './client-choice';
import { createRequestOf, newClientRules } from './new-client';

/** The server says only that a form is wrong; at these fields we know what the right one looks like. */
const RIGHT_FORM: Readonly<Record<string, string>> = {
  '/identityCode': 'NOT_AN_IDENTITY_CODE',
  '/phone': 'NOT_A_PHONE',
  '/email': 'NOT_AN_EMAIL',
  '/birthOn': 'DATE_INVALID',
};

/** Adds somebody whom the register does not know. Two clicks add one. */
@Component({
  selector: 'app-new-client-form',
  imports: [BroughtIntoView, ErrorState, FieldControl, FocusedHeading, FormField, LabelledField, TranslocoPipe],
  templateUrl: './new-client-form.html',
  styleUrl: './client-search.css',
})
export class NewClientForm {
  private readonly api = inject(Api);
  private readonly now = inject(ServerNow);
  private readonly languages = inject(InterpreterLanguages);
  private readonly intention = new Intention();
  protected readonly choice = inject(ClientChoice);
  protected readonly texts = inject(ReservationTexts);

  private readonly today = computed(() => dateOf(this.now.minute()));
  protected readonly client = form(this.choice.newClient, (path) => {
    newClientRules(path, this.today);
  });
  protected readonly interpreters = computed(() => this.languages.choices());
  protected readonly sending = new Submission(this.client);
  protected readonly isKnownAlready = computed(() => this.sending.problem()?.code === 'CLIENT_EXISTS');

  protected async addClient(event: Event): Promise<void> {
    const isAdded = await this.sending.send(event, async (typed) => {
      this.choice.choose(await this.create(createRequestOf(typed, this.today())));
    });
    if (!isAdded) this.client().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  protected searchByCode(): void {
    this.choice.backToSearch(this.choice.newClient().identityCode);
  }

  private async create(body: CreateClientRequest): Promise<ClientView> {
    try {
      return await this.intention.run(body, (key) => this.api.invoke(createClient, { 'Idempotency-Key': key, body }));
    } catch (error) {
      throw withRightForms(problemOf(error));
    }
  }
}

function withRightForms(problem: ApiProblem): ApiProblem {
  if (problem.errors.length === 0) return problem;
  const errors = problem.errors.map((error) => ({ ...error, code: RIGHT_FORM[error.pointer] ?? error.code }));
  return new ApiProblem({ status: problem.status, code: problem.code, errors, requestId: problem.requestId });
}
