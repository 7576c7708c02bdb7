import { Component, computed, input, signal } from '@angular/core';
import { Dialog } from '@vuoro/ui-shared';
import { FocusOnShow } from '../reservations/focus-on-show';

/** Asks before what is half done is lost, whichever way one leaves; what would be lost stands inside of it. */
@Component({
  selector: 'app-leave-question',
  imports: [Dialog, FocusOnShow],
  template: `
    <v-dialog [open]="isAsked()" [heading]="heading()" (closed)="answer(false)">
      @if (isAsked()) {
        <p><ng-content /></p>
        <div class="row">
          <button type="button" appFocusOnShow class="button button-primary" (click)="answer(false)">{{ stayText() }}</button>
          <button type="button" class="button button-danger" (click)="answer(true)">{{ leaveText() }}</button>
        </div>
      }
    </v-dialog>
  `,
  host: { '(window:beforeunload)': 'warnOfClosing($event)' },
})
export class LeaveQuestion {
  /** Whether the browser has to ask, too, before it closes the page. */
  readonly isHalfDone = input.required<boolean>();
  readonly heading = input.required<string>();
  readonly stayText = input.required<string>();
  readonly leaveText = input.required<string>();

  private readonly waiting = signal<((mayLeave: boolean) => void) | null>(null);
  protected readonly isAsked = computed(() => this.waiting() !== null);

  /** True to leave. */
  ask(): Promise<boolean> {
    // Asked a second time, by another way out: the first one is given up.
    this.answer(false);
    return new Promise((resolve) => {
      this.waiting.set(resolve);
    });
  }

  protected answer(mayLeave: boolean): void {
    this.waiting()?.(mayLeave);
    this.waiting.set(null);
  }

  /** The browser asks in its own words. */
  protected warnOfClosing(event: BeforeUnloadEvent): void {
    if (this.isHalfDone()) event.preventDefault();
  }
}
