import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationByHost } from '../../platform/http/index.ts';
import { ChangeOrganisationHosts } from './change-organisation-hosts.ts';
import { ChangeRolloutState } from './change-rollout-state.ts';
import { ChangeServicePublication } from './change-service-publication.ts';
import { ChangeSignLanguageVideo } from './change-sign-language-video.ts';
import { CloseUnitOn } from './close-unit-on.ts';
import { CreateOrganisation } from './create-organisation.ts';
import { CreateServiceTask } from './create-service-task.ts';
import { CreateService } from './create-service.ts';
import { CreateUnit } from './create-unit.ts';
import { EnterPublicHolidays } from './enter-public-holidays.ts';
import { organisationEntities } from './entities.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { ListUnits } from './list-units.ts';
import { OrganisationReads } from './organisation-reads.ts';
import { Organisations } from './organisations.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { PublicOrganisationController } from './public-organisation.controller.ts';
import { ReadOrganisation } from './read-organisation.ts';
import { RegisterSubject } from './register-subject.ts';
import { ServicesRepository } from './services.repository.ts';
import { SubjectsRepository } from './subjects.repository.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsRepository } from './units.repository.ts';

const useCases = [
  ChangeOrganisationHosts,
  ChangeRolloutState,
  ChangeServicePublication,
  ChangeSignLanguageVideo,
  CloseUnitOn,
  CreateOrganisation,
  CreateService,
  CreateServiceTask,
  CreateUnit,
  EnterPublicHolidays,
  RegisterSubject,
];

/** Global, since the platform asks it whose host a name is. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([...organisationEntities])],
  controllers: [PublicOrganisationController, UnitsController],
  providers: [
    HolidaysRepository,
    OrganisationsRepository,
    ServicesRepository,
    SubjectsRepository,
    UnitsRepository,
    ListUnits,
    OrganisationReads,
    Organisations,
    ReadOrganisation,
    { provide: OrganisationByHost, useExisting: Organisations },
    ...useCases,
  ],
  exports: [OrganisationReads, Organisations, OrganisationByHost, ...useCases],
})
export class OrganisationModule {}
