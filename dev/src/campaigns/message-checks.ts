import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from './report.ts';
import type { World } from './world.ts';

const OPEN_AND_DUE = `SELECT id FROM notification WHERE state IN ('PLANNED','QUEUED','SENDING') AND due_at <= now()`;
/** Changes of a reservation take far less from their first moment to their commit. */
const COMMIT_SECONDS = 5;

interface SentRow {
  readonly id: string;
  readonly channel: 'SMS' | 'EMAIL';
  readonly attempts: number;
}

/** Waits until nothing that is due waits. @returns seconds @throws never: what is still open is counted afterwards */
export async function untilSent(world: World, patienceSeconds: number): Promise<number> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  while (seconds() < patienceSeconds) {
    const waiting = (await world.postgres.count(OPEN_AND_DUE)) + (await world.postgres.count('SELECT id FROM outbox_message'));
    if (waiting === 0) break;
    await sleep(500);
  }
  return Math.round(seconds());
}

/** Compares what was planned with what the mailbox was given. */
export async function checkMessages(world: World, report: Report): Promise<void> {
  const { postgres, receivers } = world;
  const sent = await postgres.rows<SentRow>(`SELECT id, channel, attempts FROM notification WHERE state = 'SENT'`);
  const received = receivers.received();
  const planned = await postgres.count('SELECT id FROM notification');
  report.say(
    'Messages planned',
    `${planned}, of which ${await postgres.count(`SELECT id FROM notification WHERE state = 'PLANNED'`)} reminders in the future`,
  );
  report.say('Messages sent', sent.length);
  report.say('Messages skipped', await postgres.count(`SELECT id FROM notification WHERE state = 'SKIPPED'`));
  report.empty('Changes without their messages', await postgres.rows(UNTOLD));
  report.empty('Messages due and not sent', await postgres.rows(OPEN_AND_DUE));
  report.none('Messages failed', await postgres.count(`SELECT id FROM notification WHERE state = 'FAILED'`));
  report.none('Events left in the outbox', await postgres.count('SELECT id FROM outbox_message'));
  report.empty(
    'Messages sent that never came',
    sent.filter(({ id, channel }) => !received[channel].has(id)),
  );
  await checkUnsettled(world, report, sent);
  const shown = [...receivers.shownSms().values()];
  report.none('Text messages shown twice', shown.filter((times) => times > 1).length);
  report.empty('Stale messages', await postgres.rows(STALE));
}

/**
 * What a killed worker had handed over, and a later change then superseded: perhaps it came, and was true when it left. Nobody lived to
 * note that it was sent, so it is noted as perhaps sent; whatever is noted as skipped has never come.
 */
async function checkUnsettled({ postgres, receivers }: World, report: Report, sent: readonly SentRow[]): Promise<void> {
  const rows = await postgres.rows<SentRow>(`SELECT id, channel, attempts FROM notification WHERE state = 'PERHAPS_SENT'`);
  const received = receivers.received();
  const unsettled = new Set(rows.filter(({ id, channel }) => received[channel].has(id)).map(({ id }) => id));
  report.say('Noted as perhaps sent', `${rows.length}, of which ${unsettled.size} came`);
  const known = new Set([...sent.map(({ id }) => id), ...unsettled]);
  report.empty(
    'Messages that came and nobody has sent',
    [...received.SMS.keys(), ...received.EMAIL.keys()].filter((id) => !known.has(id)),
  );
  checkRepeats(report, [...sent, ...rows], received);
}

/**
 * A worker that is killed between the channel's yes and its own commit hands the message over once more, under the same key: the
 * gateway shows it once, and mail systems know a Message-ID. Without a kill, that is with one attempt, it must never happen.
 */
function checkRepeats(
  report: Report,
  sent: readonly SentRow[],
  received: Readonly<Record<'SMS' | 'EMAIL', ReadonlyMap<string, number>>>,
): void {
  const repeats = (channel: 'SMS' | 'EMAIL'): SentRow[] =>
    sent.filter((row) => row.channel === channel && (received[channel].get(row.id) ?? 0) > 1);
  report.say(
    'Handed over again after a kill',
    `${repeats('SMS').length} text messages, ${repeats('EMAIL').length} e-mails, each under its own key`,
  );
  report.empty(
    'Doubles without a new attempt',
    [...repeats('SMS'), ...repeats('EMAIL')].filter((row) => (received[row.channel].get(row.id) ?? 0) > row.attempts),
  );
}

/** Every change of a reservation has a message of its version on both channels; all citizens of a campaign have both. */
const UNTOLD = `
  SELECT e.reservation_id, e.kind, e.version FROM reservation_event e
   WHERE e.kind IN ('BOOKED','MOVED','CANCELLED')
     AND 2 <> (SELECT count(*) FROM notification n WHERE n.reservation_id = e.reservation_id AND n.kind = e.kind AND n.planned_version = e.version)`;

/** Claimed for sending, by the usage log, although a later change of the reservation had been committed long before. */
const STALE = `
  SELECT a.object_ids[1] AS id FROM audit_event a
    JOIN notification n ON n.id = a.object_ids[1] AND n.state = 'SENT'
   WHERE a.action = 'MessageSend'
     AND EXISTS (SELECT 1 FROM reservation_event e
                  WHERE e.reservation_id = n.reservation_id AND e.version > n.planned_version AND e.at < a.at - interval '${COMMIT_SECONDS} seconds')`;
