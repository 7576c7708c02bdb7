import type { LocalizedText } from '../../kernel/index.ts';
import type { Disclosure } from './disclosure-rules.ts';

export type CalendarEntryKind = 'RESERVATION' | 'GROUP' | 'OFFERED' | 'OTHER_WORK' | 'ABSENCE' | 'HOLD';

/** One entry as the database gives it: everything that the reader's rights need, and the client only where they suffice. */
export interface CalendarEntryRow {
  readonly id: string;
  readonly kind: CalendarEntryKind;
  /** Of the subjects that were asked for. */
  readonly subject_ids: readonly string[];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly may_read_clients: boolean;
  readonly may_read_type: boolean;
  readonly own: boolean;
  readonly supervised: boolean;
  readonly colleague: boolean;
  readonly visibility: Disclosure;
  readonly type_code: string | null;
  readonly type_names: readonly LocalizedText[];
  readonly colour: string | null;
  readonly pattern: string | null;
  readonly mode: string | null;
  readonly status: string | null;
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  readonly room_name: LocalizedText | null;
  readonly title: string | null;
  readonly offered_time_ids: readonly string[];
  /** Type of each of them. */
  readonly offered_types: Readonly<Record<string, string>>;
  readonly employee_count: number;
  readonly capacity: number;
  readonly taken: number;
  readonly not_notified: boolean;
  readonly version: number;
}
