export type { CalendarColumn, CalendarEntry, EntryIcon, EntryKind, EntryMove, InstantRange, RangeSelection } from './calendar-entry';
export { CalendarGrid } from './calendar-grid';
export { CalendarLayers, ENTRY_KINDS } from './layers';
