// The part of the library, which has no types of its own, that the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<unknown>;
  }

  export interface Context {
    readonly oidc: {
      readonly provider: Provider & { readonly Grant: new (of: { accountId: string; clientId: string }) => Grant };
      readonly session?: { readonly accountId?: string };
      readonly client?: { readonly clientId: string };
    };
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
