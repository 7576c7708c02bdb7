import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApiProblem, ErrorState, Intention, Loading, problemOf } from '@vuoro/ui-shared';
import { type BookableTypeView, type FreeTimeView, type HoldTimeRequest, readBookableType } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { SignInAgain } from '../../session/sign-in-again';
import { Alternatives } from '../../time-picker/alternatives';
import { lostTime, modeFor } from '../../time-picker/alternatives-of';
import { wishParams, wishRequest } from '../../time-picker/wish';
import { BookingApi } from '../booking-api';
import { type WantedTime, readWanted } from './wanted-time';

const NO_WISH = { language: null, person: null };
const HELD_TOO_OFTEN = 'HELD_TOO_OFTEN';

/** The choice that survived identification: the time is held now, or the nearest ones are shown if somebody was quicker. */
@Component({
  selector: 'app-take-hold',
  imports: [Alternatives, ErrorState, Loading, PageHeading, RouterLink, SignInAgain, TranslocoPipe],
  templateUrl: './take-hold.html',
})
export class TakeHold {
  readonly type = input<string>();
  readonly time = input<string>();
  readonly mode = input<string>();
  readonly language = input<string>();
  readonly person = input<string>();

  private readonly api = inject(BookingApi);
  private readonly router = inject(Router);
  private readonly destroyed = inject(DestroyRef);
  private readonly intention = new Intention();

  protected readonly wanted = computed(() =>
    readWanted({ type: this.type(), time: this.time(), mode: this.mode(), language: this.language(), person: this.person() }),
  );
  protected readonly appointmentType = httpResource<BookableTypeView>(() => {
    const wanted = this.wanted();
    return wanted === null ? undefined : addressOf(readBookableType.PATH, { slug: wanted.typeId });
  });
  protected readonly offices = computed(() => (this.appointmentType.hasValue() ? this.appointmentType.value().offices : []));
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly lost = lostTime(this.problem);

  /** Back to all times as one had looked for them. */
  protected readonly allTimes = computed(() => {
    const wanted = this.wanted();
    return wanted === null ? {} : { mode: wanted.mode, ...wishParams(wanted.wish) };
  });
  protected readonly isWished = computed(() => Object.keys(wishParams(this.wanted()?.wish ?? NO_WISH)).length > 0);

  /** Not where another time has to be chosen today: the same try would be refused all day long. */
  protected readonly mayRetry = computed(() => this.problem()?.code !== HELD_TOO_OFTEN);

  constructor() {
    inject(LeaveQuickly).follow(() => (this.appointmentType.hasValue() ? this.appointmentType.value().leaveQuickly : undefined));
    effect(() => {
      const wanted = this.wanted();
      if (wanted !== null) untracked(() => void this.hold(wanted));
    });
  }

  protected retry(): void {
    const wanted = this.wanted();
    if (wanted !== null) void this.hold(wanted);
  }

  protected chooseAnother(time: FreeTimeView): void {
    const wanted = this.wanted();
    if (wanted === null) return;
    const queryParams = { time: time.id, mode: modeFor(time, wanted.mode) };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private async hold(wanted: WantedTime): Promise<void> {
    this.problem.set(null);
    const time: HoldTimeRequest = { offeredTimeId: wanted.offeredTimeId, mode: wanted.mode, ...wishRequest(wanted.wish) };
    try {
      const held = await this.intention.run(time, (key) => this.api.hold(time, key));
      if (!this.isStill(wanted)) {
        // Whoever has gone back meanwhile is not called here again, and others may have the time at once.
        await this.api.releaseHold(held.id).catch(() => undefined);
        return;
      }
      await this.router.navigate(['/confirm', held.id], {
        queryParams: { type: wanted.typeId, ...wishParams(wanted.wish) },
        replaceUrl: true,
      });
    } catch (error) {
      if (this.isStill(wanted)) this.problem.set(problemOf(error));
    }
  }

  private isStill(wanted: WantedTime): boolean {
    return !this.destroyed.destroyed && this.wanted() === wanted;
  }
}
