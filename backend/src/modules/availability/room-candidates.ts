import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { AppointmentTypeVersion } from '../appointment-types/index.ts';
import { SuitableRooms } from '../calendar/index.ts';

export interface RoomSearch {
  readonly version: Pick<AppointmentTypeVersion, 'roomMinCapacity' | 'roomFeatures'>;
  readonly unitId: string;
  /** With buffers. */
  readonly span: Interval;
  readonly now: Instant;
}

/** Rooms for a time whose type needs one. */
@Injectable()
export class RoomCandidates {
  constructor(private readonly rooms: SuitableRooms) {}

  /** Ids of the free suitable rooms of the unit, fewest surplus seats first. The claim of each in turn decides; none: the time is taken. */
  forTime(tx: Tx, search: RoomSearch): Promise<readonly string[]> {
    const need = { minCapacity: search.version.roomMinCapacity, features: search.version.roomFeatures };
    return this.rooms.free(tx, search.unitId, need, search.span, search.now);
  }
}

/** Whether a time of this type takes a room when it is held in this mode. */
export function needsRoom(version: Pick<AppointmentTypeVersion, 'roomNeed'>, mode: string): boolean {
  return version.roomNeed === 'ALWAYS' || (version.roomNeed === 'VISIT' && mode === 'VISIT');
}
