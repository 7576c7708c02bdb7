import { Injectable, computed, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Localize } from '@vuoro/ui-shared';
import type { EmployeeView, UnitView } from '@vuoro/ui-shared/api';
import { Directory } from '../../directory/directory';
import { TypeCatalogue } from '../../directory/type-catalogue';
import { type NewEntry, type PlaceOfEntry, needsPartner, newEntryAt } from './new-entry';
import { newEntrySchema } from './new-entry-schema';
import { PlanningRights } from './planning-rights';
import { ENTRY_CHOICES, type EntryChoice, typesOfWork, typesToOffer } from './planning-rules';

/** A name to choose by. */
export interface Option {
  readonly id: string;
  readonly name: string;
}

const NOWHERE: PlaceOfEntry = { employeeId: null, roomId: null, startsAt: '1970-01-01T00:00:00Z', endsAt: '1970-01-01T01:00:00Z' };

/** The entry that is being made, and what there is to choose from for it. */
@Injectable()
export class NewEntryDraft {
  private readonly directory = inject(Directory);
  private readonly catalogue = inject(TypeCatalogue);
  private readonly rights = inject(PlanningRights);
  private readonly localize = inject(Localize);

  private readonly place = signal(NOWHERE);
  readonly model = signal<NewEntry>(newEntryAt(NOWHERE, 'offer', ''));
  private readonly kept = signal(this.model());
  /** Whether something would be lost with it; what kind of entry it is to be is chosen again in a moment. */
  readonly isHalfDone = computed(
    () => JSON.stringify({ ...this.model(), choice: null }) !== JSON.stringify({ ...this.kept(), choice: null }),
  );
  readonly form = form(this.model, (path) => {
    newEntrySchema(path, () => this.pairNeeded());
  });
  readonly types = this.catalogue.types;
  private readonly allTypes = computed(() => (this.types.hasValue() ? this.types.value() : []));

  /** Of what kinds an entry can be made here. */
  readonly choices = computed((): readonly EntryChoice[] => {
    const { employeeId, roomId } = this.place();
    return ENTRY_CHOICES.filter((choice) => {
      if (choice === 'absence' && roomId !== null) return false;
      const people = this.rights.plannable(choice);
      return employeeId === null ? people.length > 0 : people.some(({ id }) => id === employeeId);
    });
  });
  /** Some calendar is open to the person, if not this one. */
  readonly mayElsewhere = computed(() => ENTRY_CHOICES.some((choice) => this.rights.may(choice)));
  readonly people = computed(() => this.rights.plannable(this.model().choice).map(asOption).sort(byName));
  readonly employee = computed(() => this.rights.employee(this.model().employeeId));
  /** A type of two people needs somebody else whose calendar one may plan. */
  readonly offered = computed(() =>
    typesToOffer(this.allTypes(), this.model().unitId, this.employee()?.skills ?? [])
      .filter(({ staffCount }) => staffCount === 1 || this.others().length > 0)
      .map(({ id, name, durationMinutes, capacity }) => ({ id, name: this.localize.text(name), durationMinutes, capacity }))
      .sort(byName),
  );
  readonly work = computed(() => this.named(typesOfWork(this.allTypes(), this.model().unitId)));
  readonly units = computed(() => {
    const { choice, employeeId } = this.model();
    const hasTypes = ({ id }: UnitView): boolean =>
      choice === 'offer' ? typesToOffer(this.allTypes(), id, this.employee()?.skills ?? []).length > 0 : true;
    return this.named(this.rights.units(choice, employeeId).filter(hasTypes));
  });
  readonly rooms = computed(() => {
    const rooms = this.directory.rooms.hasValue() ? this.directory.rooms.value() : [];
    return this.named(rooms.filter(({ unitId }) => unitId === this.model().unitId));
  });
  readonly others = computed(() =>
    this.rights
      .plannable(this.model().choice)
      .filter(({ id }) => id !== this.model().employeeId)
      .map(asOption)
      .sort(byName),
  );
  readonly pairNeeded = computed(() => needsPartner(this.model().typeIds, this.allTypes()));
  readonly chosenTypes = computed(() => this.offered().filter(({ id }) => this.model().typeIds.includes(id)));

  begin(place: PlaceOfEntry): void {
    this.catalogue.want();
    this.place.set(place);
    const [choice = 'offer'] = this.choices();
    const person = this.rights.employee(place.employeeId ?? this.rights.ownId() ?? '');
    const room = this.directory.rooms.hasValue() ? this.directory.rooms.value().find(({ id }) => id === place.roomId) : undefined;
    const employeeId = person?.id ?? this.rights.plannable(choice)[0]?.id ?? '';
    const unitId = room?.unitId ?? person?.homeUnitId ?? this.rights.employee(employeeId)?.homeUnitId ?? '';
    this.form().reset(newEntryAt({ ...place, employeeId }, choice, unitId));
    this.keep();
  }

  /** As it is now it is safe: it has just been begun, or saved. */
  keep(): void {
    this.kept.set(this.model());
  }

  choosePerson(employeeId: string): void {
    const unitId = this.rights.employee(employeeId)?.homeUnitId ?? this.model().unitId;
    this.model.update((entry) => ({ ...entry, employeeId, unitId, ...keptIn(entry, unitId) }));
  }

  chooseUnit(unitId: string): void {
    this.model.update((entry) => ({ ...entry, unitId, ...keptIn(entry, unitId) }));
  }

  private named(items: readonly { readonly id: string; readonly name: UnitView['name'] }[]): Option[] {
    return items.map(({ id, name }) => ({ id, name: this.localize.text(name) })).sort(byName);
  }
}

/** Types and rooms belong to a unit; those of another are not carried along. */
function keptIn(entry: NewEntry, unitId: string): Partial<NewEntry> {
  return entry.unitId === unitId ? {} : { typeIds: [], workTypeId: '', roomId: '' };
}

function asOption({ id, firstName, lastName }: EmployeeView): Option {
  return { id, name: `${lastName} ${firstName}` };
}

function byName(a: Option, b: Option): number {
  return a.name.localeCompare(b.name, 'fi');
}
