import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message } from './message.ts';

const DEFAULT_CAPACITY = 5000;

/**
 * Everything that was sent, oldest first, in memory and in a file that grows by one line a message; the oldest are forgotten
 * beyond the capacity. A line that a kill cut short is skipped when the file is read again.
 */
export class MessageStore {
  private messages: Message[];
  private lines: number;
  private readonly listeners = new Set<(message: Message | null) => void>();
  private readonly file: string;
  private readonly capacity: number;

  constructor(file: string, capacity: number = DEFAULT_CAPACITY) {
    this.file = file;
    this.capacity = capacity;
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
    this.messages = lines.flatMap(parsed).slice(-capacity);
    this.lines = lines.length;
    if (this.lines !== this.messages.length) this.rewrite();
  }

  /** Keeps a message and tells whoever watches. */
  add(message: Omit<Message, 'id' | 'receivedAt'>): Message {
    const kept: Message = { id: randomUUID(), receivedAt: new Date().toISOString(), ...message };
    appendFileSync(this.file, `${JSON.stringify(kept)}\n`);
    this.lines += 1;
    this.messages.push(kept);
    if (this.messages.length > this.capacity) this.messages = this.messages.slice(-this.capacity);
    if (this.lines > this.capacity * 2) this.rewrite();
    for (const listener of this.listeners) listener(kept);
    return kept;
  }

  /** The SMS that was sent with this key before, if any: a repeated request must not send twice. */
  smsWithKey(key: string): Message | undefined {
    return this.messages.find((message) => message.channel === 'SMS' && message.key === key);
  }

  /**
   * Messages, newest first.
   * @param filter exact recipient, and an ISO instant after which they came
   */
  list(filter: { readonly to?: string | null; readonly since?: string | null } = {}): Message[] {
    const { to, since } = filter;
    return this.messages.filter((message) => (to == null || message.to === to) && (since == null || message.receivedAt > since)).reverse();
  }

  clear(): void {
    this.messages = [];
    this.rewrite();
    for (const listener of this.listeners) listener(null);
  }

  /** Calls back for each new message, and with null when all were deleted. @returns how to stop it */
  watch(listener: (message: Message | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private rewrite(): void {
    writeFileSync(`${this.file}.unfinished`, this.messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
    renameSync(`${this.file}.unfinished`, this.file);
    this.lines = this.messages.length;
  }
}

function parsed(line: string): Message[] {
  try {
    return [JSON.parse(line) as Message];
  } catch {
    return [];
  }
}
