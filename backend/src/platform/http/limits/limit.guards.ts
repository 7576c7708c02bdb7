import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Principal, RequestWithPrincipal } from '../../access/index.ts';
import { Config } from '../../config/index.ts';
import { networkOf } from './network-of.ts';
import { RequestCounts } from './request-counts.ts';
import { TooManyRequests } from './too-many-requests.ts';

const limitKey = 'vuoro:request-limit';

export interface RequestLimits {
  /** Requests a minute from one network address, or the setting that says how many. */
  readonly perAddress?: number | ((config: Config) => number);
  /** Requests a minute of one signed-in person. */
  readonly perPerson?: number;
}

/** A lower limit for this route alone, besides the one for all routes together. */
export const RequestLimit = (limits: RequestLimits): MethodDecorator => SetMetadata(limitKey, limits);

/** Before anybody is identified: protects sign-in and the look-up of sessions, too. Health and metrics are asked by machines. */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly counts: RequestCounts,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (/^\/(health|metrics)(\/|$)/.test(request.path)) return true;
    const address = networkOf(request.ip ?? '');
    refuseWhen(this.counts.count(`address ${address}`, this.config.requestsPerAddressAndMinute));
    const own = this.reflector.get<RequestLimits | undefined>(limitKey, context.getHandler())?.perAddress;
    if (own !== undefined)
      refuseWhen(this.counts.count(`address ${address} ${routeOf(context)}`, typeof own === 'number' ? own : own(this.config)));
    return true;
  }
}

/** After the access guard: a whole office behind one address does not share this one. */
@Injectable()
export class PersonLimitGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly counts: RequestCounts,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
    if (principal === undefined) return true;
    const person = personOf(principal);
    refuseWhen(this.counts.count(person, this.config.requestsPerPersonAndMinute));
    const own = this.reflector.get<RequestLimits | undefined>(limitKey, context.getHandler())?.perPerson;
    if (own !== undefined) refuseWhen(this.counts.count(`${person} ${routeOf(context)}`, own));
    return true;
  }
}

function refuseWhen(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) throw new TooManyRequests(retryAfterSeconds);
}

function routeOf(context: ExecutionContext): string {
  return `${context.getClass().name}.${context.getHandler().name}`;
}

function personOf(principal: Principal): string {
  switch (principal.kind) {
    case 'CITIZEN':
      return `citizen ${principal.clientId}`;
    case 'EMPLOYEE':
      return `employee ${principal.employeeId}`;
    case 'SYSTEM':
      return `system ${principal.name}`;
  }
}
