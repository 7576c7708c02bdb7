import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { AttendanceOfPage } from './attendance-of-page';

/** A calendar that others keep changing reads itself again all day: that must not keep a forgotten desk signed in. */
export const unattendedInterceptor: HttpInterceptorFn = (request, next) =>
  next(inject(AttendanceOfPage).isUnattended() ? request.clone({ setHeaders: { 'X-Unattended': 'true' } }) : request);
