import { Service, signal } from '@angular/core';
import type { LocalizedText } from '@vuoro/ui-shared';
import type { OfficeView } from '@vuoro/ui-shared/api';

export interface ChosenTimeSummary {
  readonly id: string;
  readonly name: LocalizedText;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Whom to call instead of identifying. */
  readonly office: OfficeView | null;
}

/** What was chosen before signing in, to show it on the way. Memory only: the address carries the choice itself, by ids. */
@Service()
export class ChosenTime {
  private readonly chosen = signal<ChosenTimeSummary | null>(null);

  remember(time: ChosenTimeSummary): void {
    this.chosen.set(time);
  }

  /** The remembered time when the address leads to that very one. */
  leadingTo(returnTo: string): ChosenTimeSummary | null {
    const chosen = this.chosen();
    return chosen !== null && returnTo.includes(chosen.id) ? chosen : null;
  }
}
