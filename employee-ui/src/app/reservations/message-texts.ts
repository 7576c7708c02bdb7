import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, TimeFormat, type Tone } from '@vuoro/ui-shared';
import type { MessageKind, MessageSkipReason, MessageState, MessageView } from '@vuoro/ui-shared/api';

const KINDS: Readonly<Record<MessageKind, string>> = {
  BOOKED: 'message.kind.booked',
  MOVED: 'message.kind.moved',
  TRANSFERRED: 'message.kind.transferred',
  CANCELLED: 'message.kind.cancelled',
  REMINDER: 'message.kind.reminder',
  MANUAL: 'message.kind.manual',
};

const STATES: Readonly<Record<MessageState, string>> = {
  PLANNED: 'message.state.planned',
  QUEUED: 'message.state.queued',
  SENDING: 'message.state.sending',
  SENT: 'message.state.sent',
  PERHAPS_SENT: 'message.state.perhapsSent',
  DELIVERED: 'message.state.delivered',
  FAILED: 'message.state.failed',
  SKIPPED: 'message.state.skipped',
};

const TONES: Readonly<Record<MessageState, Tone>> = {
  PLANNED: 'neutral',
  QUEUED: 'neutral',
  SENDING: 'neutral',
  SENT: 'success',
  PERHAPS_SENT: 'warning',
  DELIVERED: 'success',
  FAILED: 'danger',
  SKIPPED: 'neutral',
};

const SKIPPED: Readonly<Record<MessageSkipReason, string>> = {
  MESSAGES_OFF: 'message.skipped.messagesOff',
  QUIET_CLIENT: 'message.skipped.quietClient',
  DECEASED: 'message.skipped.deceased',
  OPTED_OUT: 'message.skipped.optedOut',
  NO_CONFIRMED_CONTACT: 'message.skipped.noConfirmedContact',
  SUPERSEDED: 'message.skipped.superseded',
  NOT_TRUE_ANY_MORE: 'message.skipped.notTrueAnyMore',
  TIME_PASSED: 'message.skipped.timePassed',
  BEFORE_START: 'message.skipped.beforeStart',
  CHANNEL_NOT_CONNECTED: 'message.skipped.channelNotConnected',
};

/** A message's kind, way and fate in words. */
@Service()
export class MessageTexts {
  private readonly texts = inject(TranslocoService);
  private readonly format = inject(TimeFormat);
  private readonly language = inject(Language);

  kind({ kind }: MessageView): string {
    return this.say(KINDS[kind]);
  }

  channel({ channel }: Pick<MessageView, 'channel'>): string {
    return this.say(channel === 'SMS' ? 'message.channel.sms' : 'message.channel.email');
  }

  state({ state }: MessageView): string {
    return this.say(STATES[state]);
  }

  tone({ state }: MessageView): Tone {
    return TONES[state];
  }

  /** When it went or will go, or why it does not. */
  detail(message: MessageView): string {
    if (waitsForContact(message)) return this.say('message.skipped.untilConfirmed');
    if (message.skipReason !== null) return this.say(SKIPPED[message.skipReason]);
    if (message.state === 'PERHAPS_SENT' && message.perhapsSentAt !== null)
      return this.say('message.perhapsAt', { time: this.format.dateTime(message.perhapsSentAt) });
    if (message.sentAt !== null) return this.format.dateTime(message.sentAt);
    const due = this.format.dateTime(message.dueAt);
    if (message.state === 'FAILED') return this.say('message.failedAfter', { count: message.attempts });
    const failed = failedTries(message);
    return failed > 0 ? this.say('message.retriedAt', { time: due, count: failed }) : due;
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    this.language.current();
    return this.texts.translate(key, params);
  }
}

/** What is kept back only until the client confirms a number or an address; the server takes it up then. */
export function waitsForContact({ kind, skipReason }: Pick<MessageView, 'kind' | 'skipReason'>): boolean {
  return skipReason === 'NO_CONFIRMED_CONTACT' && (kind === 'BOOKED' || kind === 'MOVED');
}

/** A try is counted when it begins: the one that is going on has not failed. */
export function failedTries({ state, attempts }: Pick<MessageView, 'state' | 'attempts'>): number {
  return state === 'SENDING' ? Math.max(0, attempts - 1) : attempts;
}
