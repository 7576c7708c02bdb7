import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../access/index.ts';
import { AuditedInterceptor } from '../audit/index.ts';
import { CsrfGuard } from './csrf.guard.ts';
import { EtagInterceptor } from './etag.interceptor.ts';
import { HostMiddleware } from './host.ts';
import { ProblemFilter } from './problem.filter.ts';
import { RouteCheck } from './routes/route-check.ts';
import { RouteInventory } from './routes/route-inventory.ts';
import { AddressLimitGuard, PersonLimitGuard } from './limits/limit.guards.ts';
import { RequestCounts } from './limits/request-counts.ts';
import { validationPipe } from './validation/validation.pipe.ts';

/** What every request of the API passes. The guards run in the order in which they stand here. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    HostMiddleware,
    RouteInventory,
    RouteCheck,
    RequestCounts,
    { provide: APP_GUARD, useClass: AddressLimitGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: PersonLimitGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useExisting: AuditedInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RouteInventory],
})
export class HttpModule {}
