import { Component, ElementRef, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { TimeFormat } from '@vuoro/ui-shared';

/** One type that can be offered. */
export interface OfferedType {
  readonly id: string;
  readonly name: string;
  readonly durationMinutes: number;
}

/** The types that one time on offer accepts. Works with `[formField]`. */
@Component({
  selector: 'app-type-choice',
  imports: [TranslocoPipe],
  template: `
    <div class="offer-types">
      @for (type of types(); track type.id) {
        <label class="offer-type">
          <input type="checkbox" [checked]="value().includes(type.id)" (change)="toggle(type.id)" />
          <span>{{ type.name }}</span>
          <span class="muted">{{ format.duration(type.durationMinutes) }}</span>
        </label>
      } @empty {
        <p class="muted">{{ 'planning.offer.noTypes' | transloco }}</p>
      }
    </div>
  `,
  styleUrl: './offer-fields.css',
})
export class TypeChoice implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly touched = model(false);
  readonly types = input.required<readonly OfferedType[]>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly format = inject(TimeFormat);

  /** The summary of errors brings the reader here. */
  focus(): void {
    this.element.nativeElement.querySelector<HTMLElement>('input')?.focus();
  }

  protected toggle(id: string): void {
    this.value.update((chosen) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]));
    this.touched.set(true);
  }
}
