import { Service, inject } from '@angular/core';
import { Language } from '../i18n/language';
import type { CalendarDate } from './calendar-date';
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatMonth,
  formatRange,
  formatShortDate,
  formatTime,
  formatTimeRange,
} from './format';
import { spokenAppointment, spokenDateTime, spokenDay, spokenDuration } from './spoken';
import { instantOf } from './zone';

/** Times and dates in the reader's language; in a template or `computed` they follow the language switch. */
@Service()
export class TimeFormat {
  private readonly language = inject(Language).current;

  date(date: CalendarDate): string {
    return formatDate(this.language(), date);
  }

  shortDate(date: CalendarDate): string {
    return formatShortDate(this.language(), date);
  }

  month(month: CalendarDate): string {
    return formatMonth(this.language(), month);
  }

  time(iso: string): string {
    return formatTime(this.language(), instantOf(iso));
  }

  dateTime(iso: string): string {
    return formatDateTime(this.language(), instantOf(iso));
  }

  timeRange(startIso: string, endIso: string): string {
    return formatTimeRange(this.language(), instantOf(startIso), instantOf(endIso));
  }

  range(startIso: string, endIso: string): string {
    return formatRange(this.language(), instantOf(startIso), instantOf(endIso));
  }

  duration(minutes: number): string {
    return formatDuration(this.language(), minutes);
  }

  spokenDay(date: CalendarDate): string {
    return spokenDay(this.language(), date);
  }

  spoken(iso: string): string {
    return spokenDateTime(this.language(), instantOf(iso));
  }

  spokenAppointment(startIso: string, endIso: string): string {
    return spokenAppointment(this.language(), instantOf(startIso), instantOf(endIso));
  }

  spokenDuration(minutes: number): string {
    return spokenDuration(this.language(), minutes);
  }
}
