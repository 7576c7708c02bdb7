import { Service, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '../../i18n/language';
import { formatRange, formatTime, formatTimeRange } from '../../time/format';
import { instantOf } from '../../time/zone';
import type { CalendarEntry, EntryKind, InstantRange } from './calendar-entry';

/** The words of the grid in the reader's language. */
@Service()
export class GridTexts {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language).current;

  private readonly kinds = computed((): Readonly<Record<EntryKind, string>> => {
    this.language();
    return {
      reservation: this.texts.translate('calendar.kind.reservation'),
      offered: this.texts.translate('calendar.kind.offered'),
      other: this.texts.translate('calendar.kind.other'),
      absence: this.texts.translate('calendar.kind.absence'),
      holiday: this.texts.translate('calendar.kind.holiday'),
      cancelled: this.texts.translate('calendar.kind.cancelled'),
      hold: this.texts.translate('calendar.kind.hold'),
      group: this.texts.translate('calendar.kind.group'),
    };
  });

  kind(kind: EntryKind): string {
    return this.kinds()[kind];
  }

  time(iso: string): string {
    return formatTime(this.language(), instantOf(iso));
  }

  /** Begins with the words that are seen, so that a voice command that reads the screen finds the entry. */
  entryName(entry: CalendarEntry, columnTitle: string): string {
    const seen = [this.time(entry.start), entry.title, entry.description].filter(Boolean).join(' ');
    const icons = entry.icons?.map(({ label }) => label) ?? [];
    const range = formatTimeRange(this.language(), instantOf(entry.start), instantOf(entry.end));
    return [seen, range, this.kind(entry.kind), ...icons, columnTitle].join(', ');
  }

  emptyName(range: InstantRange, columnTitle: string): string {
    return this.texts.translate('calendar.empty', { range: this.range(range), column: columnTitle });
  }

  grabbed(entry: CalendarEntry): string {
    const { title } = entry;
    return entry.resizable
      ? this.texts.translate('calendar.grabbedResizable', { title })
      : this.texts.translate('calendar.grabbed', { title });
  }

  movedTo(range: InstantRange, columnTitle: string): string {
    return this.texts.translate('calendar.movedTo', { range: this.range(range), column: columnTitle });
  }

  dropped(range: InstantRange, columnTitle: string): string {
    return this.texts.translate('calendar.dropped', { range: this.range(range), column: columnTitle });
  }

  putBack(entry: CalendarEntry): string {
    return this.texts.translate('calendar.putBack', { title: entry.title });
  }

  notMovable(entry: CalendarEntry): string {
    return this.texts.translate('calendar.notMovable', { title: entry.title });
  }

  private range(range: InstantRange): string {
    return formatRange(this.language(), instantOf(range.start), instantOf(range.end));
  }
}
