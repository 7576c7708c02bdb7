import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.ts';

/** `sessionId`: the hash by which principals know their session. */
export type SessionEndListener = (tx: Tx, sessionId: string) => Promise<void>;

/** `from` and `to`: hashes of one person's old and new session. */
export type SessionMoveListener = (tx: Tx, from: string, to: string) => Promise<void>;

/**
 * Tells modules that keep something for a session that its person has signed out, or goes on under another id. What else removes
 * sessions is left to their jobs.
 */
@Injectable()
export class SessionEndings {
  private readonly listeners: SessionEndListener[] = [];
  private readonly moveListeners: SessionMoveListener[] = [];

  register(listener: SessionEndListener): void {
    this.listeners.push(listener);
  }

  registerMove(listener: SessionMoveListener): void {
    this.moveListeners.push(listener);
  }

  /** In the transaction that ends the session. */
  async tell(tx: Tx, sessionId: string): Promise<void> {
    for (const listener of this.listeners) await listener(tx, sessionId);
  }

  /** In the transaction in which the same person's new session takes the place of the old one. */
  async tellMoved(tx: Tx, from: string, to: string): Promise<void> {
    for (const listener of this.moveListeners) await listener(tx, from, to);
  }
}
