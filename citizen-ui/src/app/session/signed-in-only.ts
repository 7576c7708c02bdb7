import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { type CanActivateFn, type Params, Router } from '@angular/router';
import { filter, map, take } from 'rxjs';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { CitizenSession } from './citizen-session';

/** Own pages open for the signed-in; others are shown the way to identify, and come back to the same page after it. */
export const signedInOnly: CanActivateFn = (_route, state) => {
  const router = inject(Router);
  const leave = inject(LeaveQuickly);
  return toObservable(inject(CitizenSession).state).pipe(
    filter((known) => known !== 'UNKNOWN'),
    take(1),
    // Unreachable: the page itself tells it, and offers another try.
    map(
      (known) => known !== 'SIGNED_OUT' || router.createUrlTree(['/sign-in'], { queryParams: signInParams(state.url, leave.isNeeded()) }),
    ),
  );
};

/** The address of the sign-in page says no more than where to go next, and whether one must be able to leave it quickly. */
export function signInParams(returnTo: string, leaveQuickly: boolean): Params {
  return leaveQuickly ? { returnTo, leave: 1 } : { returnTo };
}
