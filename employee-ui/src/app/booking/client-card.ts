import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { StatusTag, TimeFormat, readablePhone } from '@vuoro/ui-shared';
import type { ClientView } from '@vuoro/ui-shared/api';
import { ReservationTexts } from '../reservations/reservation-texts';

/** The year is what tells people of one name apart; the weekday is not. */
const WEEKDAY = /^\S+ /;

/** Enough of a client to be sure of the person, and nothing that the server has not shown. */
@Component({
  selector: 'app-client-card',
  imports: [StatusTag, TranslocoPipe],
  template: `
    @let card = client();
    <strong class="client-name">{{ card.name }}</strong>
    @if (card.nonDisclosure) {
      <v-status-tag tone="danger">{{ 'reservation.nonDisclosure' | transloco }}</v-status-tag>
    }
    @if (card.quiet) {
      <v-status-tag tone="warning">{{ 'booking.client.quiet' | transloco }}</v-status-tag>
    }
    @if (card.deceased) {
      <v-status-tag tone="danger">{{ 'booking.client.deceased' | transloco }}</v-status-tag>
    }
    <span class="client-line">
      @if (born(); as date) {
        <span>{{ 'reservation.bornOn' | transloco: { date } }}</span>
      }
      @if (card.identityCodeMasked; as code) {
        <span>{{ code }}</span>
      } @else {
        <span>{{ 'booking.client.noCode' | transloco }}</span>
      }
    </span>
    @if (card.nonDisclosure) {
      @if (card.address; as address) {
        <span class="client-line">{{ address.street }}, {{ address.postalCode }} {{ address.postalPlace }}</span>
      }
      <span class="client-line muted">{{ 'booking.client.contactsHidden' | transloco }}</span>
    } @else if (card.phone ?? card.email) {
      <span class="client-line">
        @if (card.phone; as phone) {
          <span>{{ readable(phone) }}</span>
        }
        @if (card.email; as email) {
          <span>{{ email }}</span>
        }
      </span>
    }
    <span class="client-line muted">{{
      'reservation.messagesIn' | transloco: { language: texts.messageLanguage(card.messageLanguage) }
    }}</span>
  `,
  styleUrl: './client-card.css',
})
export class ClientCard {
  readonly client = input.required<ClientView>();

  private readonly format = inject(TimeFormat);
  protected readonly readable = readablePhone;
  protected readonly texts = inject(ReservationTexts);
  protected readonly born = computed(() => {
    const { birthOn } = this.client();
    return birthOn === null ? '' : this.format.date(birthOn).replace(WEEKDAY, '');
  });
}
