import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal, RequestWithPrincipal } from '../access/index.ts';

/** What is known of the request that is being answered, wherever in the call one is; null in the worker. */
export class RequestContext {
  /** From the host name; '' for health and metrics, which belong to no organisation. */
  organisationId = '';
  /** Keyed hash of the network address for the usage log; '' until the organisation is known. */
  ipHash = '';

  constructor(
    /** Sent back as `X-Request-Id`, and in every problem and log line. */
    readonly requestId: string,
    private readonly request: RequestWithPrincipal,
  ) {}

  /** null on public routes and before the guard has decided. */
  get principal(): Principal | null {
    return this.request.principal ?? null;
  }

  /** The context of the current request, or null outside one. */
  static current(): RequestContext | null {
    return storage.getStore() ?? null;
  }

  /** Runs the work, and everything it starts, within the context. */
  static run<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  }
}

const storage = new AsyncLocalStorage<RequestContext>();
