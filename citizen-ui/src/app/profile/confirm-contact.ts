import { Component, type ElementRef, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Announcer, type ApiProblem, ErrorState, StatusTag, problemOf, readablePhone, uniqueId } from '@vuoro/ui-shared';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import type { ContactChannel } from './contact-model';
import { ProfileApi } from './profile-api';

/** A number or address is one's own once a code sent there has come back. */
@Component({
  selector: 'app-confirm-contact',
  imports: [ErrorState, StatusTag, TranslocoPipe],
  templateUrl: './confirm-contact.html',
})
export class ConfirmContact {
  readonly channel = input.required<ContactChannel>();
  readonly value = input.required<string>();
  readonly isConfirmed = input.required<boolean>();
  readonly confirmed = output<CitizenProfileView>();

  private readonly api = inject(ProfileApi);
  private readonly announcer = inject(Announcer);
  private readonly texts = inject(TranslocoService);
  protected readonly shown = computed(() => (this.channel() === 'SMS' ? readablePhone(this.value()) : this.value()));
  private readonly card = viewChild.required<ElementRef<HTMLElement>>('card');
  protected readonly fieldId = uniqueId('code');
  /** A new number begins anew. */
  protected readonly isSent = linkedSignal({ source: this.value, computation: () => false });
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly isBusy = signal(false);

  protected async sendCode(): Promise<void> {
    await this.attempt(async () => {
      await this.api.sendCode(this.channel(), this.value());
      this.isSent.set(true);
      this.announcer.say(this.texts.translate('details.codeSent'));
    });
  }

  protected async confirm(event: Event, code: string): Promise<void> {
    event.preventDefault();
    await this.attempt(async () => {
      const profile = await this.api.confirm(this.channel(), code.replaceAll(/\s/g, ''));
      this.announcer.say(this.texts.translate('details.confirmed'));
      // The field and its button go away; the focus must not go with them.
      this.card().nativeElement.focus();
      this.confirmed.emit(profile);
    });
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await step();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
