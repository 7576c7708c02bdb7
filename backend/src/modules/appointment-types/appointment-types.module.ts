import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivateAppointmentType } from './activate-appointment-type.ts';
import { AppointmentTypesController } from './appointment-types.controller.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import { AppointmentTypes } from './appointment-types.ts';
import { ChangeAppointmentType } from './change-appointment-type.ts';
import { ChangeGuidancePublication } from './change-guidance-publication.ts';
import { CreateAppointmentType } from './create-appointment-type.ts';
import { appointmentTypesEntities } from './entities.ts';
import { GuidanceSubjects } from './guidance-subject.ts';
import { GuidanceRepository } from './guidance.repository.ts';
import { ListAppointmentTypes } from './list-appointment-types.ts';
import { PublicCatalogueController } from './public-catalogue.controller.ts';
import { PublicCatalogueQueries } from './public-catalogue-queries.ts';
import { PublicCatalogue } from './public-catalogue.ts';
import { RetireAppointmentType } from './retire-appointment-type.ts';
import { WriteGuidance } from './write-guidance.ts';

const useCases = [
  ActivateAppointmentType,
  ChangeAppointmentType,
  ChangeGuidancePublication,
  CreateAppointmentType,
  RetireAppointmentType,
  WriteGuidance,
];

@Module({
  imports: [TypeOrmModule.forFeature([...appointmentTypesEntities])],
  controllers: [AppointmentTypesController, PublicCatalogueController],
  providers: [
    AppointmentTypesRepository,
    GuidanceRepository,
    GuidanceSubjects,
    AppointmentTypes,
    ListAppointmentTypes,
    PublicCatalogue,
    PublicCatalogueQueries,
    ...useCases,
  ],
  exports: [AppointmentTypes, ...useCases],
})
export class AppointmentTypesModule {}
