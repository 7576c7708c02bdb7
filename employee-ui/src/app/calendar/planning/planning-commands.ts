import { Service, inject } from '@angular/core';
import { Intention } from '@vuoro/ui-shared';
import {
  type AddAbsenceRequest,
  type AddOtherWorkRequest,
  type AddedAbsenceView,
  Api,
  type CalendarEntryView,
  type OfferTimesRequest,
  addAbsence,
  addOtherWork,
  offerTimes,
  removeAbsence,
  removeOtherWork,
  withdrawOfferedTime,
} from '@vuoro/ui-shared/api';

/** Puts entries into calendars and takes them out. Each wish is carried out once, however often it is pressed. @throws ApiProblem */
@Service()
export class PlanningCommands {
  private readonly api = inject(Api);
  private readonly intention = new Intention();

  /** Whether the time can be booked at once. */
  async offer(body: OfferTimesRequest): Promise<boolean> {
    const { bookable } = await this.intention.run({ offer: body }, (key) => this.api.invoke(offerTimes, { 'Idempotency-Key': key, body }));
    return bookable;
  }

  async addWork(body: AddOtherWorkRequest): Promise<void> {
    await this.intention.run({ work: body }, (key) => this.api.invoke(addOtherWork, { 'Idempotency-Key': key, body }));
  }

  addAbsence(body: AddAbsenceRequest): Promise<AddedAbsenceView> {
    return this.intention.run({ absence: body }, (key) => this.api.invoke(addAbsence, { 'Idempotency-Key': key, body }));
  }

  /** Repeating a withdrawal changes nothing; a removal is of the version that is seen. */
  async remove({ kind, id, version, offeredTimeIds }: CalendarEntryView): Promise<void> {
    const seen = { id, 'If-Match': `"${String(version)}"` };
    switch (kind) {
      case 'OFFERED':
      case 'GROUP': {
        const [offeredTimeId] = offeredTimeIds;
        if (offeredTimeId !== undefined) await this.api.invoke(withdrawOfferedTime, { id: offeredTimeId });
        return;
      }
      case 'OTHER_WORK':
        return this.api.invoke(removeOtherWork, seen);
      case 'ABSENCE':
        return this.api.invoke(removeAbsence, seen);
      case 'RESERVATION':
      case 'HOLD':
        return;
    }
  }
}
