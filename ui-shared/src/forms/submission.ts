import { signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { ApiProblem } from '../api/problem';
import { submitToServer } from './server-errors';

/** The sending of one form: whether it goes on, and what came of it. A press while it goes on is none. */
export class Submission<Model> {
  private readonly going = signal(false);
  private readonly failures = signal(0);
  readonly isGoing = this.going.asReadonly();
  /** Count of attempts that have failed, for the list of errors. */
  readonly failed = this.failures.asReadonly();
  /** For the page to show; null also when every error has found its field. */
  readonly problem = signal<ApiProblem | null>(null);

  constructor(private readonly form: FieldTree<Model>) {}

  /** @param event of the form, which the browser must not send itself; null when nobody has pressed anything @returns whether the command was carried out */
  async send(event: Event | null, command: (model: Model) => Promise<unknown>): Promise<boolean> {
    event?.preventDefault();
    if (this.going()) return false;
    this.going.set(true);
    this.problem.set(null);
    const outcome = await submitToServer(this.form, command);
    this.going.set(false);
    if (outcome.sent) return true;
    this.problem.set(outcome.problem);
    this.failures.update((count) => count + 1);
    return false;
  }
}
