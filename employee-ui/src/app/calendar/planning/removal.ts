import type { CalendarEntryView } from '@vuoro/ui-shared/api';
import type { EntryChoice } from './planning-rules';

/** What taking the entry out would be, by the same names as putting it in. */
export type Removal = EntryChoice;

/** Null for what has no removal (a reservation is cancelled, with its reason), or whose content one may not see. */
export function removalOf({ kind, disclosure }: Pick<CalendarEntryView, 'kind' | 'disclosure'>): Removal | null {
  switch (kind) {
    case 'OFFERED':
    case 'GROUP':
      return 'offer';
    case 'OTHER_WORK':
      return disclosure === 'FULL' ? 'work' : null;
    case 'ABSENCE':
      return disclosure === 'FULL' ? 'absence' : null;
    case 'RESERVATION':
    case 'HOLD':
      return null;
  }
}
