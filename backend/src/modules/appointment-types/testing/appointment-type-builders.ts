import { newId, type Clock } from '../../../kernel/index.ts';
import { Access } from '../../../platform/access/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import { organisationOf, type Saveable, type TestPlace } from '../../organisation/testing/index.ts';
import { ActivateAppointmentType } from '../activate-appointment-type.ts';
import type { TypeContent } from '../appointment-type-records.ts';
import { AppointmentTypes } from '../appointment-types.ts';
import { AppointmentTypesRepository } from '../appointment-types.repository.ts';
import { ChangeAppointmentType } from '../change-appointment-type.ts';
import { ChangeGuidancePublication } from '../change-guidance-publication.ts';
import { CreateAppointmentType, type NewAppointmentType } from '../create-appointment-type.ts';
import { GuidanceSubjects } from '../guidance-subject.ts';
import { GuidanceRepository } from '../guidance.repository.ts';
import { PublicCatalogue } from '../public-catalogue.ts';
import { RetireAppointmentType } from '../retire-appointment-type.ts';
import type { GivenContent } from '../type-content.ts';
import { WriteGuidance } from '../write-guidance.ts';

/** The module's classes over a test database, without an application around them. */
export function appointmentTypesOf(place: Pick<TestPlace, 'transactions'>, givenClock?: Clock) {
  const { transactions } = place;
  const access = new Access();
  const { reads, clock } = organisationOf(place, givenClock);
  const [types, guidance] = [new AppointmentTypesRepository(), new GuidanceRepository()];
  const subjects = new GuidanceSubjects(access, reads, types, guidance);
  const appointmentTypes = new AppointmentTypes(types, guidance, access, clock);
  return {
    appointmentTypes,
    catalogue: new PublicCatalogue(reads, appointmentTypes, clock),
    create: new CreateAppointmentType(access, transactions, reads, types, clock),
    change: new ChangeAppointmentType(access, transactions, types, clock),
    activate: new ActivateAppointmentType(access, transactions, types, clock),
    retire: new RetireAppointmentType(access, transactions, types, clock),
    writeGuidance: new WriteGuidance(transactions, subjects, guidance, clock),
    changeGuidancePublication: new ChangeGuidancePublication(transactions, subjects, guidance, clock),
  };
}

let made = 0;

type GivenType = Partial<Omit<NewAppointmentType, 'content'>> & { readonly active?: boolean; readonly content?: Partial<TypeContent> };

/** An active client time of an hour that everybody may book, move and cancel online; say only what matters. */
export function anAppointmentType(
  given: GivenType & { readonly serviceId: string; readonly unitIds: readonly string[] },
): Saveable<NewAppointmentType> {
  return described({
    category: 'CLIENT',
    ...given,
    content: {
      name: { fi: 'Eroaika', sv: 'Tid för föräldrar som separerar', en: 'Appointment for separating parents' },
      modes: ['VISIT'],
      audience: 'GENERAL',
      bookableBy: ['CITIZEN', 'DESK', 'OWN_EMPLOYEE'],
      citizenMayBook: true,
      citizenMayMove: true,
      citizenMayCancel: true,
      minNoticeHours: 24,
      horizonDays: 60,
      cancelDeadlineHours: 24,
      moveDeadlineHours: 24,
      reminderDaysBefore: [3, 1],
      ...given.content,
    },
  });
}

/** An active kind of work without clients, of the whole organisation unless units are given. */
export function otherWorkType(given: GivenType = {}): Saveable<NewAppointmentType> {
  const name = { fi: 'Tiimikokous', sv: 'Teammöte', en: 'Team meeting' };
  return described({ category: 'OTHER', unitIds: [], ...given, content: { name, ...given.content } });
}

function described(
  given: GivenType &
    Pick<NewAppointmentType, 'category' | 'unitIds'> & { readonly content: Omit<GivenContent, 'durationMinutes'> & Partial<GivenContent> },
): Saveable<NewAppointmentType> {
  made += 1;
  const { active = true, ...rest } = given;
  const type: NewAppointmentType & { readonly id: string } = {
    id: newId(),
    code: `TYPE${made}`,
    slug: `tyyppi-${made}`,
    colour: 'blue',
    pattern: 'plain',
    ...rest,
    content: { durationMinutes: 60, ...given.content },
  };
  return {
    async save(place, organisationId = place.organisationId) {
      const types = appointmentTypesOf(place);
      await types.create.execute(theSystem(organisationId), type);
      if (active) await types.activate.execute(theSystem(organisationId), type.id);
      return type;
    },
  };
}
