import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { MessageLogRepository, type MessageLogSubject } from './message-log.repository.ts';
import type { MessageView } from './message.dto.ts';
import { MESSAGE_LOG_READ } from './notifications.actions.ts';

/** What has been, and will be, told about a reservation. */
@Injectable()
export class MessageLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: MessageLogRepository,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem NOT_FOUND outside the employee's reach */
  ofReservation(employee: EmployeePrincipal, reservationId: string): Promise<MessageView[]> {
    return this.transactions.run(employee, async (tx) => {
      const subject = await this.messages.subject(tx, reservationId);
      if (subject === null) throw new Problem(NOT_FOUND);
      this.access.requireAction(employee, MESSAGE_LOG_READ);
      if (!this.access.allows(employee, MESSAGE_LOG_READ, subject)) throw this.denied(tx, employee, reservationId, subject);
      const messages = await this.messages.ofReservation(tx, reservationId);
      await this.audit.record(tx, employee, {
        action: 'ReservationMessagesRead',
        what: 'view',
        objectType: 'reservation',
        objectIds: [reservationId],
        clientIds: messages.map((message) => message.clientId),
        serviceTaskId: subject.serviceTaskId,
        purpose: subject.employeeIds.includes(employee.employeeId) ? 'ASSIGNED' : 'UNIT_DUTY',
      });
      return messages;
    });
  }

  /** NOT_FOUND, to be thrown; the try stays in the usage log. */
  private denied(tx: Tx, employee: EmployeePrincipal, reservationId: string, { clientIds, serviceTaskId }: MessageLogSubject): Problem {
    return this.audit.denied(tx, employee, {
      action: 'ReservationMessagesRead',
      objectType: 'reservation',
      objectIds: [reservationId],
      clientIds,
      serviceTaskId,
      purpose: 'UNIT_DUTY',
    });
  }
}
