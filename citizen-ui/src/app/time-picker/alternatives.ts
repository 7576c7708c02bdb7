import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, Localize } from '@vuoro/ui-shared';
import type { FreeTimeView, OfficeView } from '@vuoro/ui-shared/api';

/** Somebody was quicker: the three nearest times, each one press away. */
@Component({
  selector: 'app-alternatives',
  imports: [AppointmentTime, TranslocoPipe],
  template: `
    @if (times().length > 0) {
      <h2>{{ (wished() ? 'taken.nearestWished' : 'taken.nearest') | transloco }}</h2>
      <ul class="card-list">
        @for (time of times(); track time.id) {
          <li>
            <button type="button" class="button button-wide alternative" (click)="chosen.emit(time)">
              <v-appointment-time [startsAt]="time.startsAt" [endsAt]="time.endsAt" />
              <span class="small"><span class="visually-hidden">, </span>{{ officeName(time.unitId) }}</span>
            </button>
          </li>
        }
      </ul>
    } @else {
      <p>{{ (wished() ? 'taken.noneWished' : 'taken.noneNear') | transloco }}</p>
    }
  `,
})
export class Alternatives {
  readonly times = input.required<readonly FreeTimeView[]>();
  readonly offices = input<readonly OfficeView[]>([]);
  /** Whether they are of the chosen language or employee only. */
  readonly wished = input(false);
  readonly chosen = output<FreeTimeView>();
  private readonly localize = inject(Localize);

  protected officeName(id: string): string {
    return this.localize.text(this.offices().find((office) => office.id === id)?.name);
  }
}
