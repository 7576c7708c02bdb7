import { type Signal, computed } from '@angular/core';
import type { ApiProblem } from '@vuoro/ui-shared';
import type { AppointmentMode, FreeTimeView } from '@vuoro/ui-shared/api';

/** What a refusal says of the time that was wanted: whether another has to be chosen, and which are near. */
export interface LostTime {
  readonly isGone: Signal<boolean>;
  readonly alternatives: Signal<readonly FreeTimeView[]>;
}

/** Follows the problem; null: nothing has been refused. */
export function lostTime(problem: Signal<ApiProblem | null>): LostTime {
  return {
    isGone: computed(() => GONE.includes(problem()?.code ?? '')),
    alternatives: computed(() => alternativesOf(problem())),
  };
}

/** The free times that came with "time taken"; anything that is not a whole one is left out. */
function alternativesOf(problem: ApiProblem | null): readonly FreeTimeView[] {
  return problem?.alternatives.filter(isFreeTime) ?? [];
}

/** By these refusals the time will not come back by trying again. */
const GONE: readonly string[] = ['TIME_TAKEN', 'TIME_NOT_OFFERED'];

/** The way of meeting that was wanted if the other time has it, else one that it has. */
export function modeFor(time: FreeTimeView, wanted: AppointmentMode): AppointmentMode {
  return time.modes.includes(wanted) ? wanted : (time.modes[0] ?? wanted);
}

function isFreeTime(value: unknown): value is FreeTimeView {
  if (typeof value !== 'object' || value === null) return false;
  const { id, startsAt, endsAt, unitId, modes } = value as Partial<Record<keyof FreeTimeView, unknown>>;
  return [id, startsAt, endsAt, unitId].every((member) => typeof member === 'string') && Array.isArray(modes);
}
