import { Component, computed, input } from '@angular/core';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** Colour never speaks alone: each tone has its own mark as well. */
const MARKS: Readonly<Record<Tone, string>> = { neutral: '•', info: 'i', success: '✓', warning: '!', danger: '✕' };

@Component({
  selector: 'v-status-tag',
  template: '<span [class]="classes()"><span aria-hidden="true">{{ mark() }}</span><span><ng-content /></span></span>',
})
export class StatusTag {
  readonly tone = input<Tone>('neutral');
  protected readonly classes = computed(() => `tag tag-${this.tone()}`);
  protected readonly mark = computed(() => MARKS[this.tone()]);
}
