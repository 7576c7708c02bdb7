import helmet from 'helmet';
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/index.ts';
import { areaOf } from './surfaces.ts';

type Directives = Readonly<Record<string, readonly string[]>>;

const common: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'media-src': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** No text becomes a script but by Angular itself, and by the policy under which our own workers are started. */
const trustedTypes: Directives = {
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['angular', 'angular#bundler'],
};

const yearOfSeconds = 31_536_000;

const general = helmet({
  contentSecurityPolicy: false,
  strictTransportSecurity: { maxAge: yearOfSeconds, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});

/** Where the nonce of an answer stands for whoever writes the page. */
export interface NonceLocals {
  nonce?: string;
}

/** All security headers of access.md §3.6; the policy depends on what lives at the path. */
export function securityHeaders(config: Config): (request: Request, response: Response, next: NextFunction) => void {
  const formTargets = [
    "'self'",
    ...[config.citizenIdentityProvider, config.employeeIdentityProvider].flatMap((provider) =>
      provider === null ? [] : [new URL(provider.issuer).origin],
    ),
  ];
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()');
    response.setHeader('Content-Security-Policy', policyFor(request.path, response.locals as NonceLocals, formTargets));
    // Files of the applications set their own; everything else may hold somebody's data.
    response.setHeader('Cache-Control', 'no-store');
    general(request, response, next);
  };
}

function policyFor(path: string, locals: NonceLocals, formTargets: readonly string[]): string {
  switch (areaOf(path)) {
    case 'CITIZEN_APPLICATION':
      // No nonce: the service worker keeps the page, and with it a nonce that is no longer valid.
      return written({
        ...common,
        ...trustedTypes,
        'style-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': formTargets,
        'base-uri': ["'self'"],
      });
    case 'EMPLOYEE_APPLICATION':
      locals.nonce = randomBytes(18).toString('base64');
      return written({
        ...common,
        ...trustedTypes,
        'style-src': ["'self'", `'nonce-${locals.nonce}'`],
        'worker-src': ["'self'"],
        'form-action': formTargets,
        'base-uri': ["'self'"],
      });
    case 'DOCUMENTATION':
      return written({ ...common, 'style-src': ["'self'", "'unsafe-inline'"], 'form-action': ["'none'"], 'base-uri': ["'none'"] });
    default:
      return "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";
  }
}

function written(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
