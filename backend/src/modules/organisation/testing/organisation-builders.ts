import { ManualClock, newId, parseInstant, toLocalDate, type Clock, type LocalizedText } from '../../../kernel/index.ts';
import { Access } from '../../../platform/access/index.ts';
import type { Transactions } from '../../../platform/database/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import { ChangeRolloutState } from '../change-rollout-state.ts';
import { ChangeServicePublication } from '../change-service-publication.ts';
import { CloseUnitOn } from '../close-unit-on.ts';
import { CreateServiceTask } from '../create-service-task.ts';
import { CreateService, type NewService } from '../create-service.ts';
import { CreateUnit, type NewUnit } from '../create-unit.ts';
import { EnterPublicHolidays } from '../enter-public-holidays.ts';
import { HolidaysRepository } from '../holidays.repository.ts';
import { OrganisationReads } from '../organisation-reads.ts';
import { Organisations } from '../organisations.ts';
import { OrganisationsRepository } from '../organisations.repository.ts';
import { RegisterSubject } from '../register-subject.ts';
import { ServicesRepository } from '../services.repository.ts';
import { SubjectsRepository } from '../subjects.repository.ts';
import { UnitsRepository } from '../units.repository.ts';

/** Where a builder saves: a test database, or that of a test application. */
export interface TestPlace {
  readonly transactions: Transactions;
  readonly organisationId: string;
}

/** A description that becomes a row by the product's own use case. Saving gives back what was described, with its id. */
export interface Saveable<T> {
  /** In the place's organisation, unless another is named. */
  save(place: TestPlace, organisationId?: string): Promise<T & { readonly id: string }>;
}

/** Long before any test's day, so that what a builder makes is in force. */
const longAgo = new ManualClock(parseInstant('2025-01-01T00:00:00Z'));

/** The module's classes over a test database, without an application around them. */
export function organisationOf(place: Pick<TestPlace, 'transactions'>, clock: Clock = longAgo) {
  const { transactions } = place;
  const access = new Access();
  const [units, services, holidays, organisations] = [
    new UnitsRepository(),
    new ServicesRepository(),
    new HolidaysRepository(),
    new OrganisationsRepository(),
  ];
  const reads = new OrganisationReads(units, services, holidays, organisations, clock);
  return {
    clock,
    reads,
    organisations: new Organisations(transactions, organisations, clock),
    registerSubject: new RegisterSubject(new SubjectsRepository()),
    createUnit: new CreateUnit(access, transactions, reads, units, clock),
    changeRolloutState: new ChangeRolloutState(access, transactions, reads, units, clock),
    createServiceTask: new CreateServiceTask(access, transactions, services),
    createService: new CreateService(access, transactions, reads, services, clock),
    changeServicePublication: new ChangeServicePublication(access, transactions, reads, services, clock),
    enterPublicHolidays: new EnterPublicHolidays(access, transactions, holidays),
    closeUnitOn: new CloseUnitOn(access, transactions, reads, holidays),
  };
}

let made = 0;

/** An office in production; say only what matters. */
export function aUnit(given: Partial<NewUnit> = {}): Saveable<NewUnit> {
  made += 1;
  const unit: NewUnit & { readonly id: string } = {
    id: newId(),
    parentId: null,
    kind: 'OFFICE',
    code: `U${made}`,
    name: named('Toimipiste', 'Verksamhetsställe', 'Office'),
    streetAddress: named('Keskustori 5', 'Centraltorget 5', 'Keskustori 5'),
    rolloutState: 'PRODUCTION',
    validFrom: toLocalDate('2025-01-01'),
    ...given,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      await organisationOf(place).createUnit.execute(theSystem(organisationId), unit);
      return unit;
    },
  };
}

/** A published service of a service task of its own, given in the units; say only what matters. */
export function aService(
  given: Partial<NewService> & { readonly unitIds: readonly string[]; readonly published?: boolean },
): Saveable<NewService> {
  made += 1;
  const { published = true, ...content } = given;
  const service: NewService & { readonly id: string } = {
    id: newId(),
    serviceTaskId: newId(),
    code: `S${made}`,
    slug: `palvelu-${made}`,
    theme: 'FAMILY',
    name: named('Perheoikeudelliset palvelut', 'Familjerättsliga tjänster', 'Family-law services'),
    summary: named('Sovitaan lasten asioista.', 'Vi avtalar om barnens ärenden.', 'Agreeing on the children.'),
    keywords: { fi: [], sv: [], en: [] },
    ...content,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      const organisation = organisationOf(place);
      const system = theSystem(organisationId);
      if (content.serviceTaskId === undefined) {
        const task = { id: service.serviceTaskId, code: `T-${service.code}`, name: service.name, retentionClass: 'TEST' };
        await organisation.createServiceTask.execute(system, task);
      }
      await organisation.createService.execute(system, service);
      if (published) {
        await organisation.changeServicePublication.execute(system, service.id, 'IN_REVIEW');
        await organisation.changeServicePublication.execute(system, service.id, 'PUBLISHED');
      }
      return service;
    },
  };
}

function named(fi: string, sv: string, en: string): LocalizedText {
  return { fi, sv, en };
}
