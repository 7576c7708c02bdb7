import {
  HttpContext,
  HttpContextToken,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
  provideHttpClient,
  withInterceptors,
  withNoXsrfProtection,
} from '@angular/common/http';
import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { ApiConfiguration } from './generated/api-configuration';
import { problemOf } from './problem';

const IDEMPOTENCY_KEY = new HttpContextToken<string | null>(() => null);

/** A fresh key for one intention of the user: keep it over retries of that intention, never share it between two. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/** Context of a creating POST; the same key answers the same, so a double click or a retry books once. */
export function withIdempotencyKey(key: string, context: HttpContext = new HttpContext()): HttpContext {
  return context.set(IDEMPOTENCY_KEY, key);
}

/** Marks requests to our own server and turns every failure into an `ApiProblem`. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOwn(request.url)) return next(request);
  return send(request, next).pipe(catchError((error: unknown) => throwError(() => problemOf(error))));
};

function send(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  const key = request.context.get(IDEMPOTENCY_KEY);
  // The header cannot be set by a form or an image of another site: it is our defence against forged requests.
  const setHeaders: Record<string, string> = { 'X-Requested-By': 'vuoro' };
  if (key !== null && request.method === 'POST') setHeaders['Idempotency-Key'] = key;
  // The server takes changes as JSON only, and a command may have nothing to say besides its address.
  if (request.body === null && !['GET', 'HEAD'].includes(request.method)) setHeaders['Content-Type'] = 'application/json';
  return next(request.clone({ setHeaders, withCredentials: true }));
}

function isOwn(url: string): boolean {
  return new URL(url, document.baseURI).origin === location.origin;
}

/** The HTTP client of both applications. Interceptors of the application's own see failures as `ApiProblem`. */
export function provideApi(...interceptors: readonly HttpInterceptorFn[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withNoXsrfProtection(), withInterceptors([...interceptors, apiInterceptor])),
    // Paths begin with a slash already; the document's own `/` would make them another host's.
    { provide: ApiConfiguration, useValue: { rootUrl: '' } },
  ]);
}
