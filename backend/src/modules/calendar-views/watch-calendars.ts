import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/index.ts';
import { Access, Authentication, type EmployeePrincipal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { LiveStreams } from '../../platform/live/index.ts';
import { CALENDAR_READ } from './calendar-views.actions.ts';
import { CalendarSubjectsRepository } from './calendar-subjects.repository.ts';

/** Tells an open calendar that something in it has changed; what it is, the calendar reads again with its own rights. */
@Injectable()
export class WatchCalendars {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: CalendarSubjectsRepository,
    private readonly authentication: Authentication,
    private readonly access: Access,
    private readonly streams: LiveStreams,
  ) {}

  /** Takes over the response. @throws Problem NOT_FOUND when one of the subjects lies outside the reader's reach, METHOD_NOT_ALLOWED for HEAD */
  async start(reader: EmployeePrincipal, subjectIds: readonly string[], request: Request, response: Response): Promise<void> {
    await this.requireAll(reader, subjectIds);
    this.streams.serve(response, {
      organisationId: reader.organisationId,
      personId: reader.employeeId,
      sessionId: reader.sessionId,
      subjects: subjectIds,
      mayStay: () => this.mayStay(request, subjectIds),
    });
  }

  /** Expired, grant withdrawn, moved to another unit: each ends the stream within a minute. A session that is ended, ends it at once. */
  private async mayStay(request: Request, subjectIds: readonly string[]): Promise<boolean> {
    try {
      const reader = await this.authentication.principalOf(request, 'EMPLOYEE');
      if (reader?.kind !== 'EMPLOYEE') return false;
      this.access.requireAction(reader, CALENDAR_READ);
      await this.requireAll(reader, subjectIds);
      return true;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  private async requireAll(reader: EmployeePrincipal, subjectIds: readonly string[]): Promise<void> {
    await this.transactions.run(reader, (tx) => this.subjects.require(tx, reader, subjectIds));
  }
}
