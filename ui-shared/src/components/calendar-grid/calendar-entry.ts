/** A person, a room or a day that stands as a column of its own. */
export interface CalendarColumn {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  /** When the columns are days: the part of time that belongs to this one. Without it the grid's range holds. */
  readonly range?: InstantRange;
  /** What is not shaded; empty shades the whole column. Without it the grid's working hours hold. */
  readonly working?: readonly InstantRange[];
}

/** Half-open: the end no longer belongs to it. ISO instants in UTC. */
export interface InstantRange {
  readonly start: string;
  readonly end: string;
}

/** What an entry is; each kind has its own colour, pattern and mark. */
export type EntryKind = 'reservation' | 'offered' | 'other' | 'absence' | 'holiday' | 'cancelled' | 'hold' | 'group';

/** A small sign after the title; the label is read aloud with the entry. */
export interface EntryIcon {
  readonly glyph: string;
  readonly label: string;
}

export interface CalendarEntry {
  readonly id: string;
  readonly columnId: string;
  readonly start: string;
  readonly end: string;
  /** Visible text; the accessible name begins with the time and this. */
  readonly title: string;
  readonly kind: EntryKind;
  readonly icons?: readonly EntryIcon[];
  /** A hint on top of the kind's own look, for example `warning` when the client was not told. */
  readonly tone?: 'warning' | 'done' | 'missed';
  /** Said after the title, and shown as a second line when there is room. */
  readonly description?: string;
  readonly movable?: boolean;
  /** Its end may be moved too; means something only for what is movable. */
  readonly resizable?: boolean;
}

export interface RangeSelection {
  readonly columnId: string;
  readonly start: string;
  readonly end: string;
}

/** A wish, not a fact: the owner saves it and gives new `entries`, or does nothing and the entry stays where it was. */
export interface EntryMove {
  readonly entry: CalendarEntry;
  readonly columnId: string;
  readonly start: string;
  readonly end: string;
}
