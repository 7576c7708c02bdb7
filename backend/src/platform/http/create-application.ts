import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { Config } from '../config/index.ts';
import { Metrics } from '../metrics/index.ts';
import { HostMiddleware } from './host.ts';
import { serveDocumentation } from './openapi/serve-documentation.ts';
import { OrganisationByHost } from './organisation-by-host.ts';
import { requestId } from './request-id.ts';
import { requestOutcome } from './request-outcome.ts';
import { securityHeaders } from './security-headers.ts';
import { applications } from './ui/applications.ts';

const greatestBody = '100kb';

/** Builds the API of a root module, ready to listen; the process and the tests use the same one. */
export async function createApplication(module: Type<unknown>): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, { bufferLogs: true, bodyParser: false, abortOnError: false });
  return configureApplication(app);
}

/** Everything in front of the routes, in this order; for tests that replace providers. */
export function configureApplication(app: NestExpressApplication): NestExpressApplication {
  const config = app.get(Config);
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  routeExactly(app);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustedProxies.length === 0 ? false : [...config.trustedProxies]);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(requestOutcome(app.get(Metrics)));
  app.use(securityHeaders(config));
  app.use(app.get(HostMiddleware).handle);
  app.use(applications(config, app.get(OrganisationByHost)));
  app.useBodyParser('json', { limit: greatestBody, strict: true, inflate: false });
  serveDocumentation(app);
  return app;
}

/**
 * One spelling of a path and no other: what is refused can be relied on to be unreachable. Express takes these settings when it makes
 * its router, which the adapter has let it do already.
 */
function routeExactly(app: NestExpressApplication): void {
  const express: unknown = app.getHttpAdapter().getInstance();
  const { router } = express as { readonly router: { strict: boolean; caseSensitive: boolean } };
  router.strict = true;
  router.caseSensitive = true;
}
