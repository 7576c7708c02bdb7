import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Principal } from './principal.ts';

export const authorizeKey = 'vuoro:authorize';
export const publicKey = 'vuoro:public';
export const auditedKey = 'vuoro:audited';
export const unauditedKey = 'vuoro:unaudited';

/** Who may call the route: those with a grant that includes the action. The use case checks the object. */
export const Authorize = (actionCode: string): MethodDecorator & ClassDecorator => SetMetadata(authorizeKey, actionCode);

/** Anybody may call the route; no cookie is read. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/** The route reads or changes client data: it must write an audit row, or its answer never leaves. */
export const Audited = (eventName: string): MethodDecorator & ClassDecorator => SetMetadata(auditedKey, eventName);

/** The route touches no client data, for the reason given. */
export const Unaudited = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(unauditedKey, reason);

/** Where the guard leaves the principal of a request. */
export interface RequestWithPrincipal extends Request {
  principal?: Principal;
}

/** The signed-in principal; only on routes with @Authorize. */
export const Me = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
  if (principal === undefined) throw new Error('@Me() on a route without @Authorize().');
  return principal;
});
