import { Injectable } from '@nestjs/common';
import type { SystemPrincipal } from '../../platform/access/index.ts';
import {
  ActivateAppointmentType,
  ChangeGuidancePublication,
  CreateAppointmentType,
  WriteGuidance,
  type GivenTexts,
  type GuidanceSubject,
} from '../../modules/appointment-types/index.ts';
import { ChangeServicePublication, CreateService, CreateServiceTask } from '../../modules/organisation/index.ts';
import { DEMO_CLIENT_TYPES } from '../content/client-types.ts';
import { DEMO_SERVICE_GUIDANCE, DEMO_TYPE_GUIDANCE } from '../content/guidance.ts';
import { DEMO_WORK_TYPES } from '../content/other-work-types.ts';
import { DEMO_SERVICES, DEMO_SERVICE_TASKS } from '../content/services.ts';
import { organisationOfUnit, type DemoIds } from '../demo-ids.ts';
import type { DemoOrganisationCode } from '../demo-persons.ts';

/** Service tasks, services, appointment types and what citizens read of them. */
@Injectable()
export class SetUpServices {
  constructor(
    private readonly createTask: CreateServiceTask,
    private readonly createService: CreateService,
    private readonly publishService: ChangeServicePublication,
    private readonly createType: CreateAppointmentType,
    private readonly activateType: ActivateAppointmentType,
    private readonly writeGuidance: WriteGuidance,
    private readonly publishGuidance: ChangeGuidancePublication,
  ) {}

  async execute(ids: DemoIds): Promise<void> {
    await this.services(ids);
    await this.clientTypes(ids);
    await this.otherWorkTypes(ids);
    await this.guidance(ids);
  }

  private async services(ids: DemoIds): Promise<void> {
    for (const { organisation, ...task } of DEMO_SERVICE_TASKS) {
      ids.add('service-task', organisation, task.code, await this.createTask.execute(ids.system(organisation), task));
    }
    for (const { organisation, task, units, published, ...service } of DEMO_SERVICES) {
      const principal = ids.system(organisation);
      const serviceTaskId = ids.of('service-task', organisation, task);
      const unitIds = units.map((unit) => ids.of('unit', organisation, unit));
      const id = await this.createService.execute(principal, { ...service, serviceTaskId, unitIds });
      ids.add('service', organisation, service.code, id);
      if (!published) continue;
      await this.publishService.execute(principal, id, 'IN_REVIEW');
      await this.publishService.execute(principal, id, 'PUBLISHED');
    }
  }

  private async clientTypes(ids: DemoIds): Promise<void> {
    for (const { service, units, ...type } of DEMO_CLIENT_TYPES) {
      const organisation = organisationOfUnit(units[0] ?? 'NH');
      const serviceId = ids.of('service', organisation, service);
      const unitIds = units.map((unit) => ids.of('unit', organisation, unit));
      const id = await this.createType.execute(ids.system(organisation), { ...type, category: 'CLIENT', serviceId, unitIds });
      await this.activateType.execute(ids.system(organisation), id);
      ids.add('type', organisation, type.code, id);
    }
  }

  private async otherWorkTypes(ids: DemoIds): Promise<void> {
    for (const organisation of ['NH', 'NT'] as const satisfies readonly DemoOrganisationCode[]) {
      for (const { code, name, minutes, visibility } of DEMO_WORK_TYPES) {
        const id = await this.createType.execute(ids.system(organisation), {
          category: 'OTHER',
          code,
          slug: code.toLowerCase().replace('ä', 'a'),
          colour: 'grey',
          pattern: 'plain',
          unitIds: [],
          content: { name, durationMinutes: minutes, calendarVisibility: visibility, messages: 'OFF' },
        });
        await this.activateType.execute(ids.system(organisation), id);
        ids.add('type', organisation, code, id);
      }
    }
  }

  private async guidance(ids: DemoIds): Promise<void> {
    for (const { type, texts } of DEMO_TYPE_GUIDANCE) {
      const organisation = organisationOfUnit(DEMO_CLIENT_TYPES.find(({ code }) => code === type)?.units[0] ?? 'NH');
      await this.publish(ids.system(organisation), { appointmentTypeId: ids.of('type', organisation, type) }, texts);
    }
    for (const { service, texts } of DEMO_SERVICE_GUIDANCE) {
      const organisation = DEMO_SERVICES.find(({ code }) => code === service)?.organisation ?? 'NH';
      await this.publish(ids.system(organisation), { serviceId: ids.of('service', organisation, service) }, texts);
    }
  }

  private async publish(principal: SystemPrincipal, subject: GuidanceSubject, texts: GivenTexts): Promise<void> {
    await this.writeGuidance.execute(principal, subject, texts);
    await this.publishGuidance.execute(principal, subject, 'IN_REVIEW');
    await this.publishGuidance.execute(principal, subject, 'PUBLISHED');
  }
}
