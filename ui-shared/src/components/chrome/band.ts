import { Component, computed, input } from '@angular/core';

/** A permanent strip across the page: test environment, acting for another person, a break in the service. */
@Component({
  selector: 'v-band',
  host: { role: 'region', '[class]': 'classes()', '[attr.aria-label]': 'label()' },
  template: '<ng-content />',
})
export class Band {
  readonly label = input.required<string>();
  readonly tone = input<'attention' | 'info' | 'danger'>('attention');
  protected readonly classes = computed(() => (this.tone() === 'attention' ? 'band' : `band band-${this.tone()}`));
}
