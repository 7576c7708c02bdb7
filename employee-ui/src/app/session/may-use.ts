import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { CanMatchFn } from '@angular/router';
import { filter, map, take } from 'rxjs';
import { Session } from './session';

/** Opens a page only to those who have the action. Before sign-in every address matches: the page asks to sign in, in place. */
export function mayUse(action: string): CanMatchFn {
  return () => {
    const session = inject(Session);
    return toObservable(session.isKnown).pipe(
      filter((isKnown) => isKnown),
      take(1),
      map(() => !session.signedIn() || session.may(action)),
    );
  };
}
