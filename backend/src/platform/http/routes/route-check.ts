import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { actionOf, auditedKey, authorizeKey, publicKey, unauditedKey } from '../../access/index.ts';
import { RouteInventory, type Route } from './route-inventory.ts';

/** What is missing or contradictory in the declaration of a route, in sentences; empty when it is complete. */
export function complaintsAbout(route: Route): string[] {
  const declared = (key: string): unknown => Reflect.getMetadata(key, route.handler) ?? Reflect.getMetadata(key, route.controller);
  const name = `${route.method} ${route.path} (${route.controller.name}.${route.handlerName})`;
  const complaints: string[] = [];
  const action = declared(authorizeKey);
  const isPublic = declared(publicKey) === true;
  if (action === undefined && !isPublic) complaints.push(`${name} has neither @Authorize() nor @Public().`);
  if (action !== undefined && isPublic) complaints.push(`${name} has both @Authorize() and @Public().`);
  if (typeof action === 'string' && !isDeclared(action)) complaints.push(`${name} names the action ${action}, which no module declares.`);
  const isAudited = declared(auditedKey) !== undefined;
  const isUnaudited = declared(unauditedKey) !== undefined;
  if (!isAudited && !isUnaudited) complaints.push(`${name} has neither @Audited() nor @Unaudited().`);
  if (isAudited && isUnaudited) complaints.push(`${name} has both @Audited() and @Unaudited().`);
  if (!/^\/(api\/v1|api|auth|fhir\/R4|health|metrics)(\/|$)/.test(route.path))
    complaints.push(`${name} lies outside the addresses of the API.`);
  return complaints;
}

/** No boot with a route whose access or audit somebody forgot to decide. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(private readonly inventory: RouteInventory) {}

  onApplicationBootstrap(): void {
    const complaints = this.inventory.routes.flatMap(complaintsAbout);
    if (complaints.length > 0)
      throw new Error(`Some routes are not declared completely:\n${complaints.map((complaint) => `  - ${complaint}`).join('\n')}`);
  }
}

function isDeclared(action: string): boolean {
  try {
    return actionOf(action).code === action;
  } catch {
    return false;
  }
}
