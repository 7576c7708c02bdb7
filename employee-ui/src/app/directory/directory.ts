import { httpResource } from '@angular/common/http';
import { Service, computed } from '@angular/core';
import {
  type EmployeeView,
  type RoomView,
  type TeamView,
  type UnitView,
  listEmployees,
  listRooms,
  listTeams,
  listUnits,
} from '@vuoro/ui-shared/api';
import type { LocalizedText } from '@vuoro/ui-shared';

/** People, teams, rooms and units that the signed-in person may know of; read once, for all pages. */
@Service()
export class Directory {
  readonly employees = httpResource<EmployeeView[]>(() => listEmployees.PATH, { defaultValue: [] });
  readonly teams = httpResource<TeamView[]>(() => listTeams.PATH, { defaultValue: [] });
  readonly rooms = httpResource<RoomView[]>(() => listRooms.PATH, { defaultValue: [] });
  readonly units = httpResource<UnitView[]>(() => listUnits.PATH, { defaultValue: [] });

  private readonly all = [this.employees, this.teams, this.rooms, this.units];
  readonly error = computed(() => this.all.map((resource) => resource.error()).find((error) => error !== undefined) ?? null);
  readonly isLoading = computed(() => this.all.some((resource) => resource.isLoading()));

  private readonly names = computed(() => {
    const employees = this.employees.hasValue() ? this.employees.value() : [];
    const rooms = this.rooms.hasValue() ? this.rooms.value() : [];
    const units = this.units.hasValue() ? this.units.value() : [];
    return new Map<string, LocalizedText>([
      ...employees.map(({ id, name }) => [id, { fi: name }] as const),
      ...rooms.map(({ id, name }) => [id, name] as const),
      ...units.map(({ id, name }) => [id, name] as const),
    ]);
  });

  /** Name of a person, room or unit; null for one that the reader may not know of. */
  nameOf(id: string): LocalizedText | null {
    return this.names().get(id) ?? null;
  }

  /** Only those that failed. */
  readAgain(): void {
    for (const resource of this.all) if (resource.error() !== undefined) resource.reload();
  }
}
