import { type HttpResourceRef } from '@angular/common/http';
import { DOCUMENT, effect, inject, untracked } from '@angular/core';
import { ServerNow } from '@vuoro/ui-shared';
import { LiveChanges } from './live-changes';

/**
 * Reads the resource again at each change, keeping what it shows meanwhile. A change that comes during a reading is
 * not lost: that answer may be older than the change, so another reading follows it. (A resource asked to reload while
 * it loads does nothing.)
 */
export function rereadOnChange<T>(resource: HttpResourceRef<T>): void {
  const changes = inject(LiveChanges);
  let read = untracked(changes.revision);
  effect(() => {
    const revision = changes.revision();
    if (revision === read || resource.isLoading()) return;
    read = revision;
    untracked(() => resource.reload());
  });
}

/** Reads the resource again each minute while somebody can see it: for what no calendar tells of. */
export function rereadEachMinute<T>(resource: HttpResourceRef<T>): void {
  const document = inject(DOCUMENT);
  const { minute } = inject(ServerNow);
  let read = untracked(minute);
  effect(() => {
    const now = minute();
    if (now === read || document.visibilityState !== 'visible') return;
    read = now;
    untracked(() => resource.reload());
  });
}
