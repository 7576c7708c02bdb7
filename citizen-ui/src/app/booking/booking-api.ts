import { Service, inject } from '@angular/core';
import {
  Api,
  type BookReservationRequest,
  type CitizenReservationView,
  type HoldTimeRequest,
  type HoldView,
  bookReservation,
  extendHold,
  holdTime,
  releaseHold,
} from '@vuoro/ui-shared/api';

/** Every call ends with an `ApiProblem` when it fails. */
@Service()
export class BookingApi {
  private readonly api = inject(Api);

  hold(time: HoldTimeRequest, key: string): Promise<HoldView> {
    return this.api.invoke(holdTime, { body: time, 'Idempotency-Key': key });
  }

  extendHold(id: string): Promise<HoldView> {
    return this.api.invoke(extendHold, { id });
  }

  releaseHold(id: string): Promise<void> {
    return this.api.invoke(releaseHold, { id });
  }

  book(request: BookReservationRequest, key: string): Promise<CitizenReservationView> {
    return this.api.invoke(bookReservation, { body: request, 'Idempotency-Key': key });
  }
}
