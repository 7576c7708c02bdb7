import type { AppointmentMode } from '@vuoro/ui-shared/api';
import { type Wish, type WishQuery, readWish } from '../../time-picker/wish';

/** A choice made before identification, as the address carries it over. */
export interface WantedTime {
  readonly typeId: string;
  readonly offeredTimeId: string;
  readonly mode: AppointmentMode;
  readonly wish: Wish;
}

const MODES: readonly AppointmentMode[] = ['VISIT', 'REMOTE', 'PHONE', 'HOME', 'GROUP'];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** null when the address has been broken on the way. */
export function readWanted(
  query: WishQuery & {
    readonly type?: string | undefined;
    readonly time?: string | undefined;
    readonly mode?: string | undefined;
  },
): WantedTime | null {
  const mode = MODES.find((known) => known === query.mode);
  if (mode === undefined || !ID.test(query.time ?? '') || !ID.test(query.type ?? '')) return null;
  return { typeId: query.type ?? '', offeredTimeId: query.time ?? '', mode, wish: readWish(query) };
}
