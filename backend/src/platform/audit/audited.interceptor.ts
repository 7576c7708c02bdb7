import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { auditedKey } from '../access/decorators.ts';
import { RequestContext } from '../http/request-context.ts';
import { Audit } from './audit.ts';

/** Holds back the answer of an @Audited route that wrote no audit row. It fails for everybody at once, so the first test finds it. */
@Injectable()
export class AuditedInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: Audit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const event = this.reflector.getAllAndOverride<string | undefined>(auditedKey, [context.getHandler(), context.getClass()]);
    if (event === undefined) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const request = RequestContext.current();
        if (request === null || !this.audit.hasRecorded(request)) throw new Error(`${event} answered without a row in the usage log.`);
        return answer;
      }),
    );
  }
}
