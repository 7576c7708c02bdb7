import { Service, inject } from '@angular/core';
import { Intention } from '@vuoro/ui-shared';
import { Api, type BookForClientRequest, type ReservationView, bookForClient } from '@vuoro/ui-shared/api';

/** Books for a client. The same wish twice, by a double click or after a lost answer, books once. @throws ApiProblem */
@Service()
export class BookingCommands {
  private readonly api = inject(Api);
  private readonly intention = new Intention();

  book(body: BookForClientRequest): Promise<ReservationView> {
    return this.intention.run(body, (key) => this.api.invoke(bookForClient, { 'Idempotency-Key': key, body }));
  }
}
