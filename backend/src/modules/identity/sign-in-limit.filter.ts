import { Catch, type ArgumentsHost } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/index.ts';
import { ProblemFilter, RATE_LIMITED } from '../../platform/http/index.ts';
import { journeyFrom } from './journey-from.ts';
import { sendSignInPage } from './sign-in-page.ts';

/** A browser navigates to the sign-in: whom a limit refuses sees a page with another try, and no problem document. */
@Catch()
export class SignInLimitFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (!(error instanceof Problem) || error.code !== RATE_LIMITED.code) return super.catch(error, host);
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const surface = request.path.startsWith('/auth/employee/') ? 'EMPLOYEE' : 'CITIZEN';
    response.setHeader('Cache-Control', 'no-store').setHeader('Retry-After', String(error.retryAfterSeconds ?? 1));
    sendSignInPage(surface, 'TOO_MANY', journeyFrom(surface, request), response);
  }
}
