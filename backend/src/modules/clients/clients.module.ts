import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CitizenProfileController } from './citizen-profile.controller.ts';
import { ClientCards } from './client-cards.ts';
import { ClientReach } from './client-reach.ts';
import { ClientRelations } from './client-relations.ts';
import { ClientsController } from './clients.controller.ts';
import { ClientsRepository } from './clients.repository.ts';
import { Clients } from './clients.ts';
import { ContactCodesRepository } from './contact-codes.repository.ts';
import { ContactConfirmation } from './contact-confirmation.ts';
import { CreateClient } from './create-client.ts';
import { clientsEntities } from './entities.ts';
import { FindClients } from './find-clients.ts';
import { FindOrCreateClientBySignIn } from './find-or-create-client-by-sign-in.ts';
import { ForgetExpiredCodes } from './forget-expired-codes.ts';
import { IdentityCodeQuota } from './identity-code-quota.ts';
import { OwnProfile } from './own-profile.ts';
import { ReadClient } from './read-client.ts';

@Module({
  imports: [TypeOrmModule.forFeature([...clientsEntities])],
  controllers: [ClientsController, CitizenProfileController],
  providers: [
    ClientCards,
    ClientReach,
    ClientRelations,
    Clients,
    ClientsRepository,
    ContactCodesRepository,
    ContactConfirmation,
    CreateClient,
    FindClients,
    FindOrCreateClientBySignIn,
    ForgetExpiredCodes,
    IdentityCodeQuota,
    OwnProfile,
    ReadClient,
  ],
  exports: [ClientCards, ClientReach, ClientRelations, Clients, ContactConfirmation, CreateClient, FindClients],
})
export class ClientsModule {}
