import { type SchemaPathTree, required, validate } from '@angular/forms/signals';
import { atMost, minutesOf } from '@vuoro/ui-shared';
import type { NewEntry } from './new-entry';

const LONGEST_TITLE = 200;
const NO_TYPE = { kind: 'TYPE_NOT_CHOSEN' };
const BACKWARDS = { kind: 'END_NOT_AFTER_START' };

/** What each kind of entry needs; the rest of the form keeps what was typed, right or wrong. @param pairNeeded for the chosen types */
export function newEntrySchema(path: SchemaPathTree<NewEntry>, pairNeeded: () => boolean): void {
  const hasHours = ({ choice, wholeDays }: NewEntry): boolean => choice !== 'absence' || !wholeDays;
  required(path.employeeId);
  required(path.date);
  required(path.unitId, { when: ({ valueOf }) => valueOf(path.choice) !== 'absence' });
  required(path.from, { when: ({ valueOf }) => hasHours(valueOf(path)) });
  required(path.to, { when: ({ valueOf }) => valueOf(path.choice) !== 'offer' && hasHours(valueOf(path)) });
  required(path.partnerId, { when: ({ valueOf }) => valueOf(path.choice) === 'offer' && pairNeeded() });
  required(path.workTypeId, { when: ({ valueOf }) => valueOf(path.choice) === 'work' });
  required(path.lastDate, { when: ({ valueOf }) => valueOf(path.choice) === 'absence' && valueOf(path.wholeDays) });
  atMost(path.title, LONGEST_TITLE);
  validate(path.typeIds, ({ value, valueOf }) => (valueOf(path.choice) === 'offer' && value().length === 0 ? NO_TYPE : null));
  validate(path.offerTo, ({ value, valueOf }) =>
    valueOf(path.choice) === 'offer' && isBackwards(valueOf(path.from), value()) ? BACKWARDS : null,
  );
  validate(path.to, ({ value, valueOf }) => {
    const counts = valueOf(path.choice) !== 'offer' && hasHours(valueOf(path));
    return counts && isBackwards(valueOf(path.from), value()) ? BACKWARDS : null;
  });
  validate(path.lastDate, ({ value, valueOf }) => {
    const counts = valueOf(path.choice) === 'absence' && valueOf(path.wholeDays) && value() !== '';
    return counts && value() < valueOf(path.date) ? BACKWARDS : null;
  });
}

function isBackwards(from: string, to: string): boolean {
  return from !== '' && to !== '' && minutesOf(to) <= minutesOf(from);
}
