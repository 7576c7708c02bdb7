import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentTypesModule } from '../appointment-types/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { ResourcesModule } from '../resources/index.ts';
import { StaffModule } from '../staff/index.ts';
import { AddWeekTemplateVersion } from './add-week-template-version.ts';
import { ApplyTemplate } from './apply-template.ts';
import { CreateWeekTemplate } from './create-week-template.ts';
import { weekTemplatesEntities } from './entities.ts';
import { PreviewTemplate } from './preview-template.ts';
import { ReadWeekTemplates } from './read-week-templates.ts';
import { TemplateApplicationsRepository } from './template-applications.repository.ts';
import { TemplateChecks } from './template-checks.ts';
import { TemplatePlanner } from './template-planner.ts';
import { UndoTemplateApplication } from './undo-template-application.ts';
import { WeekTemplatesController } from './week-templates.controller.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import { WorkPairs } from './work-pairs.ts';

const useCases = [CreateWeekTemplate, AddWeekTemplateVersion, PreviewTemplate, ApplyTemplate, UndoTemplateApplication];

@Module({
  imports: [TypeOrmModule.forFeature([...weekTemplatesEntities]), AppointmentTypesModule, CalendarModule, ResourcesModule, StaffModule],
  controllers: [WeekTemplatesController],
  providers: [
    WeekTemplatesRepository,
    TemplateApplicationsRepository,
    TemplateChecks,
    TemplatePlanner,
    WorkPairs,
    ReadWeekTemplates,
    ...useCases,
  ],
  exports: useCases,
})
export class WeekTemplatesModule {}
