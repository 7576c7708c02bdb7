import { Problem } from '../../../kernel/problem.ts';
import { RATE_LIMITED } from '../http.problems.ts';

/** RATE_LIMITED of a limit of requests; a type of its own, so that a route to which browsers navigate can answer it by a page. */
export class TooManyRequests extends Problem<never> {
  override readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(RATE_LIMITED, { retryAfterSeconds });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
