export { configureApplication, createApplication } from './create-application.ts';
export { HttpModule } from './http.module.ts';
export { IdempotencyKey } from './idempotency-key.ts';
export {
  IdempotentTransactions,
} from './idempotency/index.ts';
export { IfMatch } from './if-match.ts';
export { ApiProblems } from './openapi/api-problems.ts';
export { RequestLimit, type RequestLimits } from './limits/limit.guards.ts';
export { TooManyRequests } from './limits/too-many-requests.ts';
export { Operation } from './openapi/operation.ts';
export { OrganisationByHost, type HostOrganisation, type OrganisationContacts } from './organisation-by-host.ts';
export { decodeCursor, pageOf, PageQuery } from './paging.ts';
export { RequestContext } from './request-context.ts';
export { RouteInventory, type Route } from './routes/route-inventory.ts';
export { AsList } from './validation/as-list.ts';
export { OUT_OF_RANGE } from './validation/field-errors.ts';
export { IsOneLine } from './validation/is-one-line.ts';
export { MayBeAbsent } from './validation/may-be-absent.ts';
export { isInstant, IsInstant, IsLocalDate } from './validation/time-decorators.ts';
export { CURSOR_INVALID, RATE_LIMITED, VALIDATION_FAILED, VERSION_CONFLICT } from './http.problems.ts';
