import { newId, type Clock } from '../../../kernel/index.ts';
import { Access } from '../../../platform/access/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import { organisationOf, type Saveable, type TestPlace } from '../../organisation/testing/index.ts';
import { CreateEquipment } from '../create-equipment.ts';
import { CreateRoom, type NewRoom } from '../create-room.ts';
import { ResourceReads } from '../resource-reads.ts';
import { ResourcesRepository } from '../resources.repository.ts';

/** The module's classes over a test database, without an application around them. */
export function resourcesOf(place: Pick<TestPlace, 'transactions'>, clock?: Clock) {
  const access = new Access();
  const { reads, registerSubject, clock: usedClock } = organisationOf(place, clock);
  const resources = new ResourcesRepository();
  return {
    reads: new ResourceReads(resources, access),
    createRoom: new CreateRoom(access, place.transactions, reads, registerSubject, resources, usedClock),
    createEquipment: new CreateEquipment(access, place.transactions, reads, registerSubject, resources, usedClock),
  };
}

let made = 0;

/** A room of the unit for four; say only what matters. */
export function aRoom(given: Partial<NewRoom> & { readonly unitId: string }): Saveable<NewRoom> {
  made += 1;
  const room: NewRoom & { readonly id: string } = {
    id: newId(),
    code: `R${made}`,
    name: { fi: `Huone ${made}`, sv: `Rum ${made}`, en: `Room ${made}` },
    capacity: 4,
    ...given,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      await resourcesOf(place).createRoom.execute(theSystem(organisationId), room);
      return room;
    },
  };
}
