import { Component, Service, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer } from './announcer';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 8000;

/** Short confirmations of what has been done. What needs an answer or can fail is shown on the page itself. */
@Service()
export class Toaster {
  private readonly announcer = inject(Announcer);
  private readonly shown = signal<readonly Toast[]>([]);
  private next = 1;
  readonly toasts = this.shown.asReadonly();

  show(text: string): void {
    const toast = { id: this.next++, text };
    this.shown.update((toasts) => [...toasts.slice(-2), toast]);
    this.announcer.say(text);
    setTimeout(() => {
      this.close(toast.id);
    }, SHOWN_MS);
  }

  close(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}

@Component({
  selector: 'v-toasts',
  imports: [TranslocoPipe],
  template: `
    <div class="toasts">
      @for (toast of toaster.toasts(); track toast.id) {
        <div class="toast">
          <span>{{ toast.text }}</span>
          <button type="button" [attr.aria-label]="'common.close' | transloco" (click)="toaster.close(toast.id)">
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      }
    </div>
  `,
})
export class Toasts {
  protected readonly toaster = inject(Toaster);
}
