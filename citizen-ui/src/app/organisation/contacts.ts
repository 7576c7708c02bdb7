import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Localize } from '@vuoro/ui-shared';
import type { OfficeView } from '@vuoro/ui-shared/api';
import { Organisation } from './organisation';
import { readableNumber } from './readable-number';

/** Phone and text number, and where and when: of the office when it has them, else of the organisation. */
@Component({ selector: 'app-contacts', imports: [TranslocoPipe], templateUrl: './contacts.html' })
export class Contacts {
  readonly office = input<OfficeView | null>(null);

  private readonly organisation = inject(Organisation).view;
  private readonly localize = inject(Localize);

  /** Their places are kept until they are known, so that nothing below jumps. */
  protected readonly isToCome = computed(() => this.office() === null && this.organisation.isLoading() && !this.organisation.hasValue());
  protected readonly contacts = computed(() => {
    const office = this.office();
    const general = this.organisation.hasValue() ? this.organisation.value() : null;
    return {
      phone: office?.phone ?? general?.contactPhone ?? '',
      textNumber: office?.textNumber ?? general?.contactTextNumber ?? '',
      hours: this.localize.text(office?.openingHours ?? general?.contactHours),
      address: office === null ? this.localize.text(general?.contactAddress) : '',
    };
  });

  protected readonly readable = readableNumber;

  protected dialled(number: string): string {
    return number.replaceAll(/[^+\d]/g, '');
  }
}
