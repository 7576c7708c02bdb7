import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FieldErrorView, ProblemView } from '../problem-view.ts';
import { RouteInventory } from '../routes/route-inventory.ts';
import { describeOperations } from './describe-operations.ts';
import { fillExamples } from './fill-examples.ts';

const description = `Booking of client times in wellbeing services.

Citizens use \`/api/v1/citizen\` with the session of the citizen application, employees \`/api/v1\` with theirs, and \`/api/v1/public\` needs no session and holds
no personal data. A change needs \`Content-Type: application/json\` and the header \`X-Requested-By\`. Instants are ISO 8601 in UTC, dates \`YYYY-MM-DD\`, times of day \`HH:mm\`.
Every error is a problem document with a stable \`code\`; see \`docs/problems.md\`.`;

/** The whole API as an OpenAPI document, in an order that depends on nothing but its content. */
export function buildDocument(app: INestApplication, inventory: RouteInventory = app.get(RouteInventory)): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Vuoro')
    .setDescription(description)
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/', 'The host that serves this document')
    .addCookieAuth('__Host-asiointi', { type: 'apiKey', in: 'cookie', description: 'Session of the citizen application.' }, 'citizen')
    .addCookieAuth('__Host-tyo', { type: 'apiKey', in: 'cookie', description: 'Session of the employee application.' }, 'employee')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemView, FieldErrorView],
    autoTagControllers: false,
  });
  return describeOperations(fillExamples(document), inventory.routes);
}
