import { setTimeout as sleep } from 'node:timers/promises';
import { RefusedRequest } from '../http/answers.ts';

const STATES = ['ok', 'down', 'slow', 'rejects'] as const;
/** `down`: try again later; `slow`: answers after five seconds; `rejects`: never, for this message. */
export type Fault = (typeof STATES)[number];

const SLOW_MS = 5000;

/** How the two channels misbehave at present, so that tests can see the product cope. */
export class Faults {
  private states: Readonly<Record<'sms' | 'smtp', Fault>> = { sms: 'ok', smtp: 'ok' };

  get current(): Readonly<Record<'sms' | 'smtp', Fault>> {
    return this.states;
  }

  /** Takes `{sms?, smtp?}`. @throws RefusedRequest 400 for anything else */
  change(wanted: Readonly<Record<string, unknown>>): void {
    for (const [channel, state] of Object.entries(wanted)) {
      if ((channel !== 'sms' && channel !== 'smtp') || !STATES.some((known) => known === state)) {
        throw new RefusedRequest(400, `Faults are {"sms"|"smtp": ${STATES.map((known) => `"${known}"`).join('|')}}.`);
      }
    }
    this.states = { ...this.states, ...wanted };
  }

  /** Waits when the channel is slow, then says how it behaves. */
  async meet(channel: 'sms' | 'smtp'): Promise<Exclude<Fault, 'slow'>> {
    const state = this.states[channel];
    if (state !== 'slow') return state;
    await sleep(SLOW_MS);
    return 'ok';
  }
}
