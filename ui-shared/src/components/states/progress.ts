import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { uniqueId } from '../unique-id';

/** n of m of a long operation. */
@Component({
  selector: 'v-progress',
  imports: [TranslocoPipe],
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    <progress class="progress-bar" [id]="id" [value]="done()" [max]="total()"></progress>
    <p class="small muted">{{ 'states.progress' | transloco: { done: done(), total: total() } }}</p>
  `,
})
export class Progress {
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  readonly total = input.required<number>();
  protected readonly id = uniqueId('progress');
}
