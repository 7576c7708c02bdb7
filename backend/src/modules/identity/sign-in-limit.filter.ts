import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TooManyRequests } from '../../platform/http/index.ts';
import { journeyFrom } from './journey-from.ts';
import { sendSignInPage } from './sign-in-page.ts';

/** A browser navigates to the sign-in: whom a limit refuses sees a page with another try, and no problem document. */
@Catch(TooManyRequests)
export class SignInLimitFilter implements ExceptionFilter<TooManyRequests> {
  catch({ retryAfterSeconds }: TooManyRequests, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const surface = request.path.startsWith('/auth/employee/') ? 'EMPLOYEE' : 'CITIZEN';
    response.setHeader('Cache-Control', 'no-store').setHeader('Retry-After', String(retryAfterSeconds));
    sendSignInPage(surface, 'TOO_MANY', journeyFrom(surface, request), response);
  }
}
