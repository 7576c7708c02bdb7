import { Component, DestroyRef, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Announcer, type ApiProblem, Dialog, ErrorState, ServerNow, TimeFormat, instantOf, problemOf } from '@vuoro/ui-shared';
import type { HoldView } from '@vuoro/ui-shared/api';
import { BookingApi } from '../booking-api';
import { holdPhase, timeLeft } from './hold-phase';

const SECOND_MS = 1000;

/** How long the time is held. The seconds are for the eye; a screen reader hears of the end once, two minutes before it. */
@Component({
  selector: 'app-hold-countdown',
  imports: [Dialog, ErrorState, TranslocoPipe],
  templateUrl: './hold-countdown.html',
})
export class HoldCountdown {
  readonly hold = input.required<HoldView>();
  readonly extended = output<HoldView>();

  private readonly api = inject(BookingApi);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(ServerNow);
  private readonly texts = inject(TranslocoService);
  protected readonly format = inject(TimeFormat);

  private readonly instant = signal(this.now.instant());
  private readonly end = computed(() => instantOf(this.hold().expiresAt));
  protected readonly phase = computed(() => holdPhase(this.end(), this.instant()));
  protected readonly left = computed(() => timeLeft(this.end(), this.instant()));
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly isExtending = signal(false);
  /** A value of its own: a hold that is read anew and is as before must not open again what has been closed. */
  private readonly isTimeToAsk = computed(() => this.phase() === 'ENDING' && !this.hold().extended);
  /** Opens when the last two minutes begin, once: an end that has been put off opens it no more, the server extends only once. */
  protected readonly asksForMore = linkedSignal(() => this.isTimeToAsk());

  constructor() {
    const timer = setInterval(() => {
      this.instant.set(this.now.instant());
    }, SECOND_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
    effect(() => {
      const phase = this.phase();
      // The dialog speaks for itself; after it has been used, the end is still told once.
      if (phase === 'ENDING' && untracked(this.hold).extended) this.announcer.say(this.texts.translate('hold.endingSoon'));
      if (phase === 'ENDED') this.announcer.say(this.texts.translate('hold.ended'));
    });
  }

  protected async extend(): Promise<void> {
    if (this.isExtending()) return;
    this.isExtending.set(true);
    this.problem.set(null);
    try {
      const hold = await this.api.extendHold(this.hold().id);
      this.asksForMore.set(false);
      this.extended.emit(hold);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isExtending.set(false);
    }
  }
}
