import { Service, inject } from '@angular/core';
import {
  Api,
  type CitizenReservationView,
  type MoveOwnReservationRequest,
  cancelOwnReservation,
  moveOwnReservation,
  reportCannotCome,
} from '@vuoro/ui-shared/api';

type Seen = Pick<CitizenReservationView, 'id' | 'version'>;

/** Every call ends with an `ApiProblem` when it fails: VERSION_CONFLICT when the reservation was changed after it was read. */
@Service()
export class MyTimesApi {
  private readonly api = inject(Api);

  move({ id, version }: Seen, to: MoveOwnReservationRequest, key: string): Promise<CitizenReservationView> {
    return this.api.invoke(moveOwnReservation, { id, body: to, 'If-Match': `"${version}"`, 'Idempotency-Key': key });
  }

  cancel({ id, version }: Seen, key: string): Promise<CitizenReservationView> {
    return this.api.invoke(cancelOwnReservation, { id, 'If-Match': `"${version}"`, 'Idempotency-Key': key });
  }

  /** Tells an employee; frees nothing by itself. */
  reportCannotCome({ id }: Seen, key: string): Promise<CitizenReservationView> {
    return this.api.invoke(reportCannotCome, { id, 'Idempotency-Key': key });
  }
}
