import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientsModule } from '../clients/index.ts';
import { ReservationsModule } from '../reservations/index.ts';
import { Channels } from './delivery/channels.ts';
import { ComposeMessage } from './delivery/compose-message.ts';
import { DeliverContactCode } from './delivery/deliver-contact-code.ts';
import { DeliverMessage } from './delivery/deliver-message.ts';
import { DueMessagesRepository } from './delivery/due-messages.repository.ts';
import { EmailSender } from './delivery/email-sender.ts';
import { ScanDueMessages } from './delivery/scan-due-messages.ts';
import { SkipMessagesDueBefore } from './delivery/skip-messages-due-before.ts';
import { SmsGateway } from './delivery/sms-gateway.ts';
import { notificationsEntities } from './entities.ts';
import { MessageLogRepository } from './message-log.repository.ts';
import { MessageLog } from './message-log.ts';
import { MessagesController } from './messages.controller.ts';
import { PlanOnContactConfirmed } from './planning/plan-on-contact-confirmed.ts';
import { PlanOnEvents } from './planning/plan-on-events.ts';
import { PlannedMessagesRepository } from './planning/planned-messages.repository.ts';
import { CreateDefaultMessageTemplates } from './templates/create-default-message-templates.ts';
import { MessageTemplatesRepository } from './templates/message-templates.repository.ts';

/** Loaded by both processes: the API plans in its transactions, the worker sends. */
@Module({
  imports: [TypeOrmModule.forFeature([...notificationsEntities]), ClientsModule, ReservationsModule],
  controllers: [MessagesController],
  providers: [
    Channels,
    ComposeMessage,
    CreateDefaultMessageTemplates,
    DeliverContactCode,
    DeliverMessage,
    DueMessagesRepository,
    EmailSender,
    MessageLog,
    MessageLogRepository,
    MessageTemplatesRepository,
    PlanOnContactConfirmed,
    PlanOnEvents,
    PlannedMessagesRepository,
    ScanDueMessages,
    SkipMessagesDueBefore,
    SmsGateway,
  ],
  exports: [CreateDefaultMessageTemplates, ScanDueMessages, SkipMessagesDueBefore],
})
export class NotificationsModule {}
