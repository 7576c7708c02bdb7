import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, Localize, type LocalizedText } from '@vuoro/ui-shared';
import type { CalendarEntryView } from '@vuoro/ui-shared/api';

type Mode = NonNullable<CalendarEntryView['mode']>;

/** Words of the entries, in the reader's language. */
export interface EntryWords {
  readonly busy: string;
  readonly held: string;
  readonly away: string;
  readonly leave: string;
  readonly notNotified: string;
  readonly pair: { readonly short: string; readonly full: string };
  mode(mode: Mode): { readonly short: string; readonly full: string };
  /** Of a status that is worth showing; null for the rest. */
  status(status: string): string | null;
  filled(taken: number, capacity: number): string;
  text(text: LocalizedText): string;
}

@Service()
export class EntryTexts {
  private readonly texts = inject(TranslocoService);
  private readonly localize = inject(Localize);
  private readonly language = inject(Language);

  /** Follows the language when read in a `computed`. */
  words(): EntryWords {
    this.language.current();
    const say = (key: string, params: Record<string, unknown> = {}): string => this.texts.translate(key, params);
    return {
      busy: say('schedule.entry.busy'),
      held: say('schedule.entry.held'),
      away: say('schedule.entry.away'),
      leave: say('schedule.entry.leave'),
      notNotified: say('schedule.entry.notNotified'),
      pair: { short: say('schedule.entry.pairShort'), full: say('schedule.entry.pair') },
      mode: (mode) => this.mode(mode),
      status: (status) => this.status(status),
      filled: (taken, capacity) => say('schedule.entry.filled', { taken, capacity }),
      text: (text) => this.localize.text(text),
    };
  }

  private mode(mode: Mode): { short: string; full: string } {
    switch (mode) {
      case 'VISIT':
        return { short: this.texts.translate('mode.short.visit'), full: this.texts.translate('mode.visit') };
      case 'REMOTE':
        return { short: this.texts.translate('mode.short.remote'), full: this.texts.translate('mode.remote') };
      case 'PHONE':
        return { short: this.texts.translate('mode.short.phone'), full: this.texts.translate('mode.phone') };
      case 'HOME':
        return { short: this.texts.translate('mode.short.home'), full: this.texts.translate('mode.home') };
      case 'GROUP':
        return { short: this.texts.translate('mode.short.group'), full: this.texts.translate('mode.group') };
    }
  }

  private status(status: string): string | null {
    switch (status) {
      case 'CHECKED_IN':
        return this.texts.translate('status.checkedIn');
      case 'STARTED':
        return this.texts.translate('status.started');
      case 'FULFILLED':
        return this.texts.translate('status.fulfilled');
      case 'NO_SHOW':
        return this.texts.translate('status.noShow');
      default:
        return null;
    }
  }
}
