import { type ApiProblem, problemOf } from './problem';
import { newIdempotencyKey } from './api-requests';

const STILL_RUNNING = 'IDEMPOTENCY_IN_PROGRESS';
const MOST_WAITS = 15;
const USUAL_WAIT_SECONDS = 1;

/**
 * One thing that a person means to do once, such as booking a time. A double click joins the request that is under way;
 * a retry after a lost connection sends the same idempotency key, so that the server answers for the first one; a
 * changed content or an answer that settles the matter begins a new intention.
 */
export class Intention {
  private key = newIdempotencyKey();
  private content: string | null = null;
  private running: Promise<unknown> | null = null;

  /** @throws ApiProblem */
  async run<Answer>(content: unknown, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const written = JSON.stringify(content);
    if (this.running !== null && written === this.content) return this.running as Promise<Answer>;
    if (written !== this.content) this.begin(written);
    const attempt = this.sendPatiently(send);
    this.running = attempt;
    try {
      const answer = await attempt;
      this.settle(attempt);
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      // A refusal is final for this key; when nothing certain is known, the same key must ask again.
      if (!problem.retryable && problem.code !== STILL_RUNNING) this.settle(attempt);
      throw problem;
    } finally {
      if (this.running === attempt) this.running = null;
    }
  }

  /** Unless another content has begun meanwhile: that one's key is not ours to change. */
  private settle(attempt: Promise<unknown>): void {
    if (this.running === attempt) this.begin(null);
  }

  private begin(content: string | null): void {
    this.key = newIdempotencyKey();
    this.content = content;
  }

  private async sendPatiently<Answer>(send: (key: string) => Promise<Answer>): Promise<Answer> {
    const key = this.key;
    for (let waits = 0; ; waits += 1) {
      try {
        return await send(key);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code !== STILL_RUNNING || waits >= MOST_WAITS) throw problem;
        await pause(problem);
      }
    }
  }
}

function pause(problem: ApiProblem): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, (problem.retryAfterSeconds ?? USUAL_WAIT_SECONDS) * 1000);
  });
}
