import { Service } from '@angular/core';

/** The browser lays the dialog that opened last above the others; this keeps an urgent one at the top. */
@Service()
export class DialogLayers {
  private urgent: HTMLDialogElement | null = null;

  show(dialog: HTMLDialogElement, isUrgent: boolean): void {
    open(dialog);
    if (isUrgent) this.urgent = dialog;
    else if (this.urgent !== null) {
      // Opened anew it is the last one again.
      this.urgent.close();
      open(this.urgent);
    }
  }

  close(dialog: HTMLDialogElement): void {
    this.forget(dialog);
    dialog.close();
  }

  forget(dialog: HTMLDialogElement): void {
    if (this.urgent === dialog) this.urgent = null;
  }
}

function open(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus();
}
