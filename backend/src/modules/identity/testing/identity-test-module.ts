import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpModule } from '../../../platform/http/index.ts';
import { PlatformModule } from '../../../platform/platform.module.ts';
import { ClientRelations, ClientsModule, type ClientRelation } from '../../clients/index.ts';
import { OrganisationModule } from '../../organisation/index.ts';
import { StaffModule } from '../../staff/index.ts';
import { IdentityModule } from '../identity.module.ts';

/** Relations that a test states itself, in place of the reservations of the module above. */
export const statedRelations: ClientRelation[] = [];

/** The API as far up as identity: what lies above is not needed to sign in. */
@Module({ imports: [PlatformModule, HttpModule, OrganisationModule, StaffModule, ClientsModule, IdentityModule] })
export class IdentityTestModule implements OnModuleInit {
  constructor(private readonly relations: ClientRelations) {}

  onModuleInit(): void {
    this.relations.register({
      relationsOf: async (_tx, clientIds) => statedRelations.filter((relation) => clientIds.includes(relation.clientId)),
    });
  }
}
