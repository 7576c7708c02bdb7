import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, uniqueId } from '@vuoro/ui-shared';
import { Session } from './session';

/** Says of this browser that several people use it, before signing in or after. */
@Component({
  selector: 'app-shared-desk-choice',
  imports: [ErrorState, TranslocoPipe],
  template: `
    <label class="choice">
      <input #box type="checkbox" [checked]="session.sharedDesk()" [attr.aria-describedby]="hintId" (change)="mark(box)" />
      <span>{{ 'session.sharedDesk' | transloco }}</span>
    </label>
    <p class="field-hint" [id]="hintId">{{ 'session.sharedDeskHint' | transloco }}</p>
    @if (failure(); as error) {
      <v-error-state [error]="error" [canRetry]="false" />
    }
  `,
})
export class SharedDeskChoice {
  protected readonly session = inject(Session);
  protected readonly hintId = uniqueId('shared-desk');
  protected readonly failure = signal<unknown>(null);

  protected async mark(box: HTMLInputElement): Promise<void> {
    try {
      this.failure.set(null);
      await this.session.markDesk(box.checked);
    } catch (error) {
      // The box must not say what does not hold.
      box.checked = this.session.sharedDesk();
      this.failure.set(error);
    }
  }
}
