export { ScanDueMessages } from './delivery/scan-due-messages.ts';
export { SkipMessagesDueBefore } from './delivery/skip-messages-due-before.ts';
export { NotificationsModule } from './notifications.module.ts';
export { CreateDefaultMessageTemplates } from './templates/create-default-message-templates.ts';
