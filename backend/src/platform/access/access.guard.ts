import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../../kernel/problem.ts';
import { knowsAction } from './access.ts';
import { FORBIDDEN, SIGN_IN_REQUIRED } from './access.problems.ts';
import { actionOf } from './actions.ts';
import { Authentication } from './authentication.ts';
import { authorizeKey, publicKey, type RequestWithPrincipal } from './decorators.ts';

/** Deny by default: a route is either public, or somebody with a grant for its action calls it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const code = this.reflector.getAllAndOverride<string | undefined>(authorizeKey, targets);
    if (code === undefined) {
      if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets) === true) return true;
      throw new Problem(FORBIDDEN);
    }
    const action = actionOf(code);
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const principal = await this.authentication.principalOf(request, action.surface);
    if (principal === null) throw new Problem(SIGN_IN_REQUIRED);
    if (!knowsAction(principal, action)) throw new Problem(FORBIDDEN);
    request.principal = principal;
    return true;
  }
}
