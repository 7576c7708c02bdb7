import type { LocalizedText } from '../../kernel/index.ts';

/** What a room has: wheelchair access, induction loop, video, two exits, alarm button … */
export type RoomFeature = string;

export interface RoomRecord {
  /** The same as the room's bookable subject. */
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  /** Seats. */
  readonly capacity: number;
  readonly features: readonly RoomFeature[];
  readonly arrivalInfo: LocalizedText | null;
  readonly version: number;
}

export interface EquipmentRecord {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly version: number;
}
