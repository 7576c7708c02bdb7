import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LeaveQuickly } from './leave-quickly';

/** The same button inside a dialog, which covers the one at the top of the page. Last in it, so that a dialog never opens with the focus on it. */
@Component({
  selector: 'app-leave-in-dialog',
  imports: [TranslocoPipe],
  template: `
    @if (leave.isNeeded()) {
      <p class="leave-in-dialog">
        <button type="button" class="button button-leave" (click)="leave.leave()">{{ 'leave.button' | transloco }}</button>
      </p>
    }
  `,
})
export class LeaveInDialog {
  protected readonly leave = inject(LeaveQuickly);
}
