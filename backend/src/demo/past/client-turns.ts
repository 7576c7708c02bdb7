import { HELSINKI, localDateOf, seededRandom, type Instant, type LocalDate } from '../../kernel/index.ts';
import { inventedClients, type ClientCircle } from '../setup/invented-clients.ts';

interface Turn {
  readonly typeCode: string;
  readonly startsAt: Instant;
}

/** Nobody has two times of a type within this, so that no limit of coming bookings is met. */
const daysBetweenSameType = 70;

/** Hands out the invented clients in turn: each comes now and then, nobody twice on a day. */
export class ClientTurns {
  private readonly circles = new Map<ClientCircle, string[]>();
  private readonly turns = new Map<string, Turn[]>();

  constructor(firstDay: LocalDate) {
    for (const { circle, key } of inventedClients(firstDay)) this.circles.set(circle, [...(this.circles.get(circle) ?? []), key]);
    for (const [circle, keys] of this.circles) this.circles.set(circle, seededRandom(`demo/turns/${firstDay}/${circle}`).shuffle(keys));
  }

  /** @returns null when everybody of the circle has another time too near */
  next(circle: ClientCircle, turn: Turn): string | null {
    const queue = this.circles.get(circle) ?? [];
    const index = queue.findIndex((key) => (this.turns.get(key) ?? []).every((earlier) => mayFollow(earlier, turn)));
    if (index < 0) return null;
    const [key = ''] = queue.splice(index, 1);
    queue.push(key);
    this.turns.set(key, [...(this.turns.get(key) ?? []), turn]);
    return key;
  }
}

function mayFollow(earlier: Turn, turn: Turn): boolean {
  const days = Math.abs(earlier.startsAt.diff(turn.startsAt, 'days').days);
  // Employees meet the same person often; only what citizens book has limits.
  const apart = LIMITED.has(turn.typeCode) ? daysBetweenSameType : 6;
  if (earlier.typeCode === turn.typeCode && days < apart) return false;
  return localDateOf(earlier.startsAt, HELSINKI) !== localDateOf(turn.startsAt, HELSINKI);
}

const LIMITED: ReadonlySet<string> = new Set(['ERO', 'ELJ', 'ELM', 'VT-INFO', 'VK-ASI', 'PUH']);
