import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';

/** Why an employee may know of a client: one reservation's place and people. */
export interface ClientRelation {
  readonly clientId: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly employeeIds: readonly string[];
}

/** Answered by the module that knows reservations, which lies above this one. */
export interface ClientRelationSource {
  /**
   * Reservations of these clients that end at or after the instant, upcoming ones included; those entered in error are left out.
   * Equal relations may be given once.
   */
  relationsOf(tx: Tx, clientIds: readonly string[], since: Instant): Promise<readonly ClientRelation[]>;
}

/** Where the module above registers itself; without it nobody could be let near a client, so the boot fails. */
@Injectable()
export class ClientRelations implements OnApplicationBootstrap {
  private source: ClientRelationSource | null = null;

  /** To be called in `onModuleInit`. @throws Error when there is a source already */
  register(source: ClientRelationSource): void {
    if (this.source !== null) throw new Error('Client relations have two sources.');
    this.source = source;
  }

  relationsOf(tx: Tx, clientIds: readonly string[], since: Instant): Promise<readonly ClientRelation[]> {
    if (this.source === null) throw new Error('Client relations have no source.');
    return this.source.relationsOf(tx, clientIds, since);
  }

  onApplicationBootstrap(): void {
    if (this.source === null) throw new Error('No module has registered as the source of client relations.');
  }
}
