import { Component, ElementRef, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Localize } from '@vuoro/ui-shared';
import { Session } from '../session/session';
import { SharedDeskChoice } from '../session/shared-desk-choice';
import { RoleName } from './role-name';

/** Who I am here, with which roles, and the way out. */
@Component({
  selector: 'app-own-menu',
  imports: [ErrorState, RoleName, SharedDeskChoice, TranslocoPipe],
  templateUrl: './own-menu.html',
  host: { '(keydown.escape)': 'closeAndReturn()', '(document:click)': 'closeFromOutside($event)' },
})
export class OwnMenu {
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly localize = inject(Localize);
  protected readonly open = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly view = this.session.view;
  protected readonly initials = computed(() =>
    (this.view()?.name ?? '')
      .split(' ')
      .map((part) => part.charAt(0))
      .join('')
      .slice(0, 2),
  );

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected closeAndReturn(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.element.nativeElement.querySelector('button')?.focus();
  }

  protected closeFromOutside(event: Event): void {
    if (event.target instanceof Node && !this.element.nativeElement.contains(event.target)) this.open.set(false);
  }

  protected async signOut(): Promise<void> {
    try {
      this.failure.set(null);
      await this.session.signOut();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
