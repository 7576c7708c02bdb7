import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type Principal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IdempotentTransactions, IfMatch, Operation } from '../../platform/http/index.ts';
import { AddAbsence } from './add-absence.ts';
import { AddOtherWork } from './add-other-work.ts';
import { ABSENCE_CHANGE, OFFERED_TIME_CHANGE, OTHER_WORK_CHANGE } from './calendar.actions.ts';
import {
  absenceToAdd,
  AddAbsenceRequest,
  AddedAbsenceView,
  AddOtherWorkRequest,
  CalendarEntryIdView,
  OfferedBlockView,
  OfferTimesRequest,
  otherWorkToAdd,
  timesToOffer,
} from './calendar.dto.ts';
import { OfferTimes } from './offer-times.ts';
import { RemoveAbsence } from './remove-absence.ts';
import { RemoveOtherWork } from './remove-other-work.ts';
import { WithdrawOfferedTime } from './withdraw-offered-time.ts';

@ApiTags('Calendar')
@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly idempotent: IdempotentTransactions,
    private readonly offer: OfferTimes,
    private readonly withdraw: WithdrawOfferedTime,
    private readonly addWork: AddOtherWork,
    private readonly removeWork: RemoveOtherWork,
    private readonly addAway: AddAbsence,
    private readonly removeAway: RemoveAbsence,
  ) {}

  @Post('offered-times')
  @Authorize(OFFERED_TIME_CHANGE)
  @Audited('TimesOffer')
  @Operation({
    summary: 'Offer a time',
    description: 'One time of one employee, for one or several types. A withdrawn time at the same place is offered again.',
  })
  @ApiCreatedResponse({ type: OfferedBlockView })
  @ApiProblems('NOT_FOUND', 'ALREADY_OFFERED', 'CALENDAR_BUSY', 'TYPE_NOT_GIVEN', 'ENTRY_SPAN_INVALID')
  offerTimes(@Me() principal: Principal, @IdempotencyKey() key: string, @Body() body: OfferTimesRequest): Promise<OfferedBlockView> {
    return this.idempotent.run(principal, { key, operation: 'TimesOffer', body }, (tx) =>
      this.offer.inTransaction(tx, principal, timesToOffer(body)),
    );
  }

  @Post('offered-times/:id/withdraw')
  @HttpCode(204)
  @Authorize(OFFERED_TIME_CHANGE)
  @Audited('OfferedTimeWithdraw')
  @Operation({ summary: 'Withdraw an offered time', description: 'With all types of its block. No week template brings it back.' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND', 'TIME_ALREADY_TAKEN')
  withdrawOfferedTime(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.withdraw.execute(principal, id);
  }

  @Post('other-work')
  @Authorize(OTHER_WORK_CHANGE)
  @Audited('OtherWorkAdd')
  @Operation({ summary: 'Add other work', description: 'Into the calendars of all who take part, and of the room, or of none.' })
  @ApiCreatedResponse({ type: CalendarEntryIdView })
  @ApiProblems('NOT_FOUND', 'CALENDAR_BUSY', 'TYPE_NOT_GIVEN', 'ENTRY_SPAN_INVALID')
  addOtherWork(@Me() principal: Principal, @IdempotencyKey() key: string, @Body() body: AddOtherWorkRequest): Promise<CalendarEntryIdView> {
    return this.idempotent.run(principal, { key, operation: 'OtherWorkAdd', body }, async (tx) => ({
      id: await this.addWork.inTransaction(tx, principal, otherWorkToAdd(body)),
    }));
  }

  @Post('other-work/:id/remove')
  @HttpCode(204)
  @Authorize(OTHER_WORK_CHANGE)
  @Audited('OtherWorkRemove')
  @Operation({ summary: 'Remove other work' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND', 'ENTRY_REMOVED')
  removeOtherWork(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.removeWork.execute(principal, id, version);
  }

  @Post('absences')
  @Authorize(ABSENCE_CHANGE)
  @Audited('AbsenceAdd')
  @Operation({ summary: 'Mark an employee absent', description: 'Closes the time at once; the reservations in it are handled afterwards.' })
  @ApiCreatedResponse({ type: AddedAbsenceView })
  @ApiProblems('NOT_FOUND', 'ABSENCE_SPAN_INVALID')
  addAbsence(@Me() principal: Principal, @IdempotencyKey() key: string, @Body() body: AddAbsenceRequest): Promise<AddedAbsenceView> {
    return this.idempotent.run(principal, { key, operation: 'AbsenceAdd', body }, (tx) =>
      this.addAway.inTransaction(tx, principal, absenceToAdd(body)),
    );
  }

  @Post('absences/:id/remove')
  @HttpCode(204)
  @Authorize(ABSENCE_CHANGE)
  @Audited('AbsenceRemove')
  @Operation({ summary: 'Remove an absence', description: 'What it had withdrawn is offered again.' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND', 'ENTRY_REMOVED')
  removeAbsence(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.removeAway.execute(principal, id, version);
  }
}
