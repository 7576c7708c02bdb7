import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { buildDocument } from './build-document.ts';
import { toYaml } from './yaml.ts';

/** `/api/docs` to read and try, `/api/openapi.yaml` for programs; built when first asked for, so that the start does not wait. */
export function serveDocumentation(app: NestExpressApplication): void {
  let document: OpenAPIObject | null = null;
  const built = (): OpenAPIObject => (document ??= buildDocument(app));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.path !== '/api/openapi.yaml' || !['GET', 'HEAD'].includes(request.method)) return next();
    response.type('application/yaml').send(toYaml(built()));
  });
  SwaggerModule.setup('api/docs', app, built, {
    raw: false,
    customSiteTitle: 'Vuoro API',
    swaggerOptions: { validatorUrl: null, supportedSubmitMethods: ['get'] },
  });
}
