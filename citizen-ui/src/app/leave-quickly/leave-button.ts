import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LeaveQuickly } from './leave-quickly';

const TWICE_WITHIN_MS = 1500;

/** Stays at the top of the screen on every page of a sensitive service; Esc twice does the same. */
@Component({
  selector: 'app-leave-button',
  imports: [TranslocoPipe],
  host: {
    class: 'leave-quickly no-print',
    role: 'region',
    'aria-labelledby': 'leave-quickly-hint',
    '(document:keydown.escape)': 'pressEscape($event)',
  },
  template: `
    <p class="small" id="leave-quickly-hint">
      {{ 'leave.hint' | transloco }} <span class="leave-esc">{{ 'leave.esc' | transloco }}</span>
    </p>
    <button type="button" class="button button-leave" aria-describedby="leave-quickly-hint" (click)="leave.leave()">
      {{ 'leave.button' | transloco }}
    </button>
  `,
})
export class LeaveButton {
  protected readonly leave = inject(LeaveQuickly);
  private lastPress = Number.NEGATIVE_INFINITY;

  protected pressEscape(event: Event): void {
    if (event instanceof KeyboardEvent && event.repeat) return;
    if (event.timeStamp - this.lastPress < TWICE_WITHIN_MS) this.leave.leave();
    this.lastPress = event.timeStamp;
  }
}
