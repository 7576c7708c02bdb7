import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.ts';
import { encodeLiveEvent, liveChannel } from './live-event.ts';

/** Tells open calendars that something of theirs has changed. */
@Injectable()
export class LivePublisher {
  /**
   * Reaches the listeners of every process when the transaction commits, and nobody when it does not.
   * @param subject ids only, without spaces; whoever may see it re-reads
   */
  async publish(tx: Tx, subject: string): Promise<void> {
    // The organisation comes from the transaction, so that nothing can be published into another one.
    const payload = encodeLiveEvent({ organisationId: '', subject });
    await tx.query(`SELECT pg_notify($1, current_setting('app.organisation_id') || $2)`, [liveChannel, payload]);
  }
}
