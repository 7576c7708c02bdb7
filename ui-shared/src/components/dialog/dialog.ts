import { NgComponentOutlet } from '@angular/common';
import {
  Component,
  DestroyRef,
  type ElementRef,
  InjectionToken,
  type Type,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { uniqueId } from '../unique-id';
import { DialogLayers } from './dialog-layers';
import { swallowSecondPress } from './second-press';

/** What the application shows at the foot of every dialog: a modal dialog makes everything outside of it unreachable. */
export const DIALOG_FOOT = new InjectionToken<Type<unknown>>('What stands at the foot of every dialog.');

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps focus inside, closes with Esc and returns focus to where
 * it was. What has `data-focus-first` gets the focus when it opens, else the button that closes it. The owner holds the state: show it with `[open]`, and set it false on `(closed)`.
 */
@Component({
  selector: 'v-dialog',
  imports: [NgComponentOutlet, TranslocoPipe],
  templateUrl: './dialog.html',
  host: { '(keydown)': 'escape($event)', '(pointerdown)': 'lastPress = $event' },
})
export class Dialog {
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  /** `side` is a drawer at the right edge. */
  readonly placement = input<'centre' | 'side'>('centre');
  /** False while something that must not be left half-done is running. */
  readonly closable = input(true);
  /** What must be answered first stands above the others, also above one that opens later. */
  readonly urgent = input(false);
  readonly closed = output();

  protected readonly foot = inject(DIALOG_FOOT, { optional: true });
  protected readonly titleId = uniqueId('dialog');
  protected readonly classes = computed(() => (this.placement() === 'side' ? 'dialog dialog-side' : 'dialog'));
  protected lastPress: MouseEvent | null = null;
  private readonly layers = inject(DialogLayers);
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.element().nativeElement;
      if (this.open() && !dialog.open) this.layers.show(dialog, this.urgent());
      if (!this.open() && dialog.open) {
        this.layers.close(dialog);
        this.letNothingThrough();
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.layers.forget(this.element().nativeElement);
      this.letNothingThrough();
    });
  }

  /** Before the browser acts on Esc: of two presses in a row it closes a dialog at the second, whatever the owner says. */
  protected escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  protected cancel(event: Event): void {
    // The browser would close by itself; the owner's state must be what decides.
    event.preventDefault();
    this.close();
  }

  /** A phone's Back may close it without asking: while the owner keeps it open, it comes back. */
  protected stay(): void {
    const dialog = this.element().nativeElement;
    if (this.open() && dialog.isConnected && !dialog.open) this.layers.show(dialog, this.urgent());
  }

  protected close(): void {
    if (this.closable()) this.closed.emit();
  }

  private letNothingThrough(): void {
    if (this.lastPress !== null) swallowSecondPress(this.lastPress);
    this.lastPress = null;
  }
}
