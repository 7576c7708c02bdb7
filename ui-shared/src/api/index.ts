export { apiInterceptor, newIdempotencyKey, provideApi, withIdempotencyKey } from './api-requests';
export { Intention } from './intention';
export {
  APPLICATION_FAILED,
  ApiProblem,
  type ApiProblemMembers,
  type FieldProblem,
  NETWORK_UNREACHABLE,
  UNEXPECTED_ANSWER,
  problemOf,
} from './problem';
export { ProblemTexts } from './problem-texts';
