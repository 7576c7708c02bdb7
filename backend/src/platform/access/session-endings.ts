import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.ts';

/** `sessionId`: the hash by which principals know their session. */
export type SessionEndListener = (tx: Tx, sessionId: string) => Promise<void>;

/** Tells modules that keep something for a session that its person has signed out. What else removes sessions is left to their jobs. */
@Injectable()
export class SessionEndings {
  private readonly listeners: SessionEndListener[] = [];

  register(listener: SessionEndListener): void {
    this.listeners.push(listener);
  }

  /** In the transaction that ends the session. */
  async tell(tx: Tx, sessionId: string): Promise<void> {
    for (const listener of this.listeners) await listener(tx, sessionId);
  }
}
