import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../session/session';

/** For an address that does not exist, and for one that this person may not use: the two look alike on purpose. */
@Component({ selector: 'app-not-found', imports: [RouterLink, TranslocoPipe], templateUrl: './not-found.html' })
export class NotFound {
  private readonly session = inject(Session);
  protected readonly mayContinue = computed(() => this.session.may('CALENDAR_READ'));
}
