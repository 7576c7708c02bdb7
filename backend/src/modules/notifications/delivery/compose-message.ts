import { Injectable } from '@nestjs/common';
import type { DateTime } from 'luxon';
import type { Instant, Language } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Organisation } from '../../organisation/index.ts';
import type { MessageChannel, MessageKind, MessageValues } from '../message-kinds.ts';
import { fitSms } from '../templates/fit-sms.ts';
import { renderText } from '../templates/message-text.ts';
import { MessageTemplatesRepository } from '../templates/message-templates.repository.ts';
import { contactText, portalNameText, whenText, type ContactManner } from '../templates/spoken-values.ts';

/** A finished text, ready for its channel. */
export interface ComposedMessage {
  readonly messageTemplateId: string;
  readonly language: Language;
  /** Of e-mails only. */
  readonly subject: string | null;
  readonly body: string;
}

export interface MessageSubject {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: Language;
  /** What `{when}` and its siblings say; null where the kind speaks of no time. */
  readonly at: DateTime | null;
  readonly zone: string;
  readonly manner: ContactManner;
  readonly code?: string;
}

/** Fills the organisation's text in force. The only values there are: time, portal, contact and code. */
@Injectable()
export class ComposeMessage {
  constructor(private readonly templates: MessageTemplatesRepository) {}

  /** null when the organisation has no text of this kind: nothing is sent rather than something made up. */
  async execute(tx: Tx, organisation: Organisation, subject: MessageSubject, now: Instant): Promise<ComposedMessage | null> {
    const template = await this.templates.inForce(tx, subject.kind, subject.channel, subject.language, now);
    if (template === null) return null;
    const values = valuesOf(organisation, subject, template.language);
    const render = (portalName: string): string => renderText(subject.kind, template.body, { ...values, portalName });
    const body = subject.channel === 'SMS' ? fitSms(render, values.portalName) : render(values.portalName);
    return { messageTemplateId: template.id, language: template.language, subject: template.subject, body };
  }
}

/** In the language of the text that was found, so that no message is half in another. */
function valuesOf(
  organisation: Organisation,
  subject: MessageSubject,
  language: Language,
): Partial<MessageValues> & Pick<MessageValues, 'portalName'> {
  const time = subject.at === null ? {} : timesOf(whenText(subject.at, subject.zone, language));
  const code = subject.code === undefined ? {} : { code: subject.code };
  return {
    ...time,
    ...code,
    portalName: portalNameText(organisation, language),
    contact: contactText(organisation, subject.manner, language),
  };
}

function timesOf(when: string): Pick<MessageValues, 'when' | 'newWhen' | 'deadline'> {
  return { when, newWhen: when, deadline: when };
}
