import { NotificationEntity } from './notification.entity.ts';
import { MessageTemplateEntity } from './templates/message-template.entity.ts';

/** The tables of this module. */
export const notificationsEntities = [MessageTemplateEntity, NotificationEntity];
