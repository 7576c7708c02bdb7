import { Injectable } from '@nestjs/common';
import { addDays, partsOf, type LocalDate } from '../../kernel/index.ts';
import { CreateDefaultMessageTemplates } from '../../modules/notifications/index.ts';
import { CreateOrganisation, CreateUnit, EnterPublicHolidays } from '../../modules/organisation/index.ts';
import { CreateRoom } from '../../modules/resources/index.ts';
import { DEMO_UNITS } from '../content/offices.ts';
import { DEMO_ORGANISATIONS } from '../content/organisations.ts';
import { DEMO_ROOMS } from '../content/rooms.ts';
import { organisationOfUnit, type DemoIds } from '../demo-ids.ts';

/** The two organisations with their units, rooms, holidays and message texts. */
@Injectable()
export class SetUpOrganisations {
  constructor(
    private readonly createOrganisation: CreateOrganisation,
    private readonly createUnit: CreateUnit,
    private readonly createRoom: CreateRoom,
    private readonly enterHolidays: EnterPublicHolidays,
    private readonly messageTemplates: CreateDefaultMessageTemplates,
  ) {}

  async execute(ids: DemoIds, validFrom: LocalDate): Promise<void> {
    for (const organisation of DEMO_ORGANISATIONS) {
      const { code } = organisation;
      ids.add('organisation', code, code, await this.createOrganisation.execute(organisation));
      const { year } = partsOf(addDays(validFrom, 365));
      await this.enterHolidays.execute(ids.system(code), [year - 1, year, year + 1, year + 2]);
      await this.messageTemplates.execute(ids.system(code));
    }
    for (const { organisation, parent, ...unit } of DEMO_UNITS) {
      const parentId = parent === null ? null : ids.of('unit', organisation, parent);
      ids.add('unit', organisation, unit.code, await this.createUnit.execute(ids.system(organisation), { ...unit, parentId, validFrom }));
    }
    for (const { unit, ...room } of DEMO_ROOMS) {
      const organisation = organisationOfUnit(unit);
      const unitId = ids.of('unit', organisation, unit);
      ids.add('room', organisation, room.code, await this.createRoom.execute(ids.system(organisation), { ...room, unitId }));
    }
  }
}
