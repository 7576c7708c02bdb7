import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Loading, StatusTag } from '@vuoro/ui-shared';
import { MessageTexts } from '../message-texts';
import { OpenReservation } from './open-reservation';

/** Which messages have gone, will go, or did not go and why. */
@Component({
  selector: 'app-reservation-messages',
  imports: [ErrorState, Loading, StatusTag, TranslocoPipe],
  template: `
    <h3 class="messages-heading">{{ 'message.title' | transloco }}</h3>
    @if (messages.hasValue()) {
      <ul class="messages">
        @for (message of messages.value(); track message.id) {
          <li>
            <span class="messages-what">{{ texts.kind(message) }} · {{ texts.channel(message) }}</span>
            <v-status-tag [tone]="texts.tone(message)">{{ texts.state(message) }}</v-status-tag>
            <span class="messages-detail muted">{{ texts.detail(message) }}</span>
          </li>
        } @empty {
          <li class="muted">{{ 'message.none' | transloco }}</li>
        }
      </ul>
    } @else if (messages.error(); as error) {
      <v-error-state [error]="error" (retry)="messages.reload()" />
    } @else if (messages.isLoading()) {
      <v-loading [lines]="3" />
    } @else {
      <p class="muted">{{ 'message.hidden' | transloco }}</p>
    }
  `,
  styleUrl: './reservation-messages.css',
})
export class ReservationMessages {
  protected readonly texts = inject(MessageTexts);
  protected readonly messages = inject(OpenReservation).messages;
}
