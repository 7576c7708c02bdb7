import { Service } from '@angular/core';

/** The other tabs and windows of this browser: a session that ends in one must not leave its pages open in another. */
@Service()
export class OtherTabs {
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('vuoro-citizen-session') : null;

  tellSignedOut(): void {
    this.channel?.postMessage('SIGNED_OUT');
  }

  whenSignedOut(listener: () => void): void {
    this.channel?.addEventListener('message', listener);
  }
}
