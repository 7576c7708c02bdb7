import { expect } from '@playwright/test';
import { addresses } from '../system/addresses.ts';

export interface SentMessage {
  readonly id: string;
  readonly channel: 'SMS' | 'EMAIL';
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** Every message that the product sends ends here instead of with somebody. */
export class Mailbox {
  /** Messages to these recipients after an instant (by the machine's clock), oldest first. */
  async sentTo(recipients: readonly string[], since: Date): Promise<SentMessage[]> {
    const answer = await fetch(`${addresses().dev}/mailbox/messages?since=${since.toISOString()}`);
    const messages = (await answer.json()) as SentMessage[];
    return messages.filter((message) => recipients.includes(message.to)).reverse();
  }

  /** Waits until a message has come to each recipient. */
  async awaitOneEach(recipients: readonly string[], since: Date): Promise<SentMessage[]> {
    await expect
      .poll(async () => (await this.sentTo(recipients, since)).map((message) => message.to).sort(), {
        message: 'one message each',
        timeout: 15_000,
      })
      .toEqual([...recipients].sort());
    return this.sentTo(recipients, since);
  }
}
