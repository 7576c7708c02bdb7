import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { IdentityProviders } from './identity-providers.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** At a production start: a session that came with a copied database, or from a provider of before, opens nothing. */
@Injectable()
export class EndForeignSessions implements OnApplicationBootstrap {
  private readonly logger = new Logger(EndForeignSessions.name);

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly providers: IdentityProviders,
    private readonly sessions: SessionsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.production) return;
    const ended = await this.execute();
    if (ended > 0) this.logger.warn(`Ended ${ended} sessions of unknown identity providers.`);
  }

  execute(): Promise<number> {
    return this.transactions.system((tx) => this.sessions.removeForeign(tx, this.providers.issuers()));
  }
}
