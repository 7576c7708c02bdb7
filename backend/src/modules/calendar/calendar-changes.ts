import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';
import { LivePublisher } from '../../platform/live/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { calendarChanged, type CalendarChange } from './calendar.events.ts';

/** Tells of a change in the transaction that makes it: to open calendars, and to whoever listens to events. */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly live: LivePublisher,
    private readonly outbox: Outbox,
  ) {}

  async publish(tx: Tx, organisationId: string, change: CalendarChange, entryId: string, subjectIds: readonly string[]): Promise<void> {
    for (const subjectId of new Set(subjectIds)) await this.live.publish(tx, subjectId);
    await this.outbox.add(tx, calendarChanged(organisationId, change, entryId));
  }
}
