import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { MessageLogRepository } from './message-log.repository.ts';
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
      this.access.require(employee, MESSAGE_LOG_READ, subject);
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
}
