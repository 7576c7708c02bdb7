import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReservationView } from '@vuoro/ui-shared/api';
import { toldOf } from '../available-actions';

/** Before a change: who will be told of it, and whom one has to tell oneself. */
@Component({
  selector: 'app-told-clients',
  imports: [TranslocoPipe],
  template: `
    <div class="alert">
      @if (clients().told.length > 0) {
        <p>{{ 'reservation.told' | transloco: { names: clients().told.join(', ') } }}</p>
      }
      @if (clients().untold.length > 0) {
        <p>
          <strong>{{ 'reservation.untold' | transloco: { names: clients().untold.join(', ') } }}</strong>
        </p>
      }
      @if (clients().told.length + clients().untold.length === 0) {
        <p>{{ 'reservation.nobodyTold' | transloco }}</p>
      }
    </div>
  `,
})
export class ToldClients {
  readonly reservation = input.required<ReservationView>();
  protected readonly clients = computed(() => toldOf(this.reservation()));
}
