/** jsdom has no modal dialogs: this opens and closes them, and does nothing else of what a browser does. */
export function standInForModalDialogs(): void {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.removeAttribute('open');
  };
}
