import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Announcer, type ApiProblem, ErrorState, Loading, TimeFormat, problemOf } from '@vuoro/ui-shared';
import { Api, type OtherSessionView, endOtherSessions, listOtherSessions } from '@vuoro/ui-shared/api';
import { SignInAgain } from '../session/sign-in-again';

/** Where else one is signed in, by times alone, and one button to end it there. */
@Component({
  selector: 'app-other-sessions',
  imports: [ErrorState, Loading, SignInAgain, TranslocoPipe],
  templateUrl: './other-sessions.html',
})
export class OtherSessions {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly texts = inject(TranslocoService);
  protected readonly format = inject(TimeFormat);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly others = httpResource<readonly OtherSessionView[]>(() => listOtherSessions.PATH);
  protected readonly loadProblem = computed(() => problemOf(this.others.error()));
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly isSending = signal(false);

  protected async endThem(): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.problem.set(null);
    try {
      await this.api.invoke(endOtherSessions, {});
      this.others.set([]);
      // The button goes away; the focus must not go with it.
      this.heading().nativeElement.focus();
      this.announcer.say(this.texts.translate('elsewhere.ended'));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
