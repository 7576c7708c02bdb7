import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../backend/src/kernel/ids.ts';
import type { SeededRandom } from '../../../backend/src/kernel/random.ts';
import { reservationIn, succeeded, type ReservationAnswer, type Wish } from './browser.ts';
import type { Citizen } from './seed.ts';
import { insist, insistTwice, type Fulfilled, type Troubles } from './wishes.ts';

const MOST_TIMES = 6;
const LONGEST_PAUSE_MS = 500;
const DOUBLE_CLICKS = 0.2;

/** Citizens who book, move and cancel without pause until they are told to stop; each ends what it has begun. */
export class Load {
  readonly fulfilled: Fulfilled[] = [];
  readonly troubles: Troubles = { broken: 0, failing: 0, inProgress: 0 };
  readonly failures: string[] = [];
  private stopping = false;
  private readonly address: string;
  private readonly offeredTimeIds: readonly string[];
  private running: Promise<unknown> = Promise.resolve();

  constructor(address: string, offeredTimeIds: readonly string[]) {
    this.address = address;
    this.offeredTimeIds = offeredTimeIds;
  }

  start(citizens: readonly Citizen[], random: SeededRandom): void {
    this.running = Promise.all(citizens.map((citizen, n) => this.live(citizen, random.fork(`citizen ${n}`))));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async live(citizen: Citizen, random: SeededRandom): Promise<void> {
    const mine = new Map<string, ReservationAnswer>();
    while (!this.stopping) {
      const wish = this.wish(mine, random);
      try {
        const answer = await (random.chance(DOUBLE_CLICKS) ? insistTwice : insist)(this.address, citizen, wish, this.troubles);
        this.fulfilled.push({ citizen, wish, answer });
        if (succeeded(answer)) remember(mine, reservationIn(answer));
      } catch (error) {
        this.failures.push(String(error));
      }
      await sleep(random.int(0, LONGEST_PAUSE_MS));
    }
  }

  private wish(mine: ReadonlyMap<string, ReservationAnswer>, random: SeededRandom): Wish {
    const key = newId();
    const dice = random.int(1, 100);
    if (mine.size === 0 || (mine.size < MOST_TIMES && dice <= 40))
      return { kind: 'book', key, offeredTimeId: random.pick(this.offeredTimeIds) };
    const { id, version } = random.pick([...mine.values()]);
    if (dice <= 75) return { kind: 'move', key, offeredTimeId: random.pick(this.offeredTimeIds), reservation: { id, version } };
    return { kind: 'cancel', key, reservation: { id, version } };
  }
}

function remember(mine: Map<string, ReservationAnswer>, reservation: ReservationAnswer): void {
  if (reservation.status === 'BOOKED') mine.set(reservation.id, reservation);
  else mine.delete(reservation.id);
}
