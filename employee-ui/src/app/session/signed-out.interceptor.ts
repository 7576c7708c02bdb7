import type { HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { ApiProblem } from '@vuoro/ui-shared';
import { catchError, throwError } from 'rxjs';
import { Session } from './session';

/** A refusal for want of sign-in anywhere means that the session is over: the page then asks to sign in again, in place. */
export const signedOutInterceptor: HttpInterceptorFn = (request, next) => {
  // The session itself reads over HTTP, so it can be asked for only when an answer has come.
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) injector.get(Session).read();
      return throwError(() => error);
    }),
  );
};
