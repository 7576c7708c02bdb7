import type { ApiProblem } from '@vuoro/ui-shared';
import type { AppointmentMode, FreeTimeView } from '@vuoro/ui-shared/api';

/** The free times that came with "time taken"; anything that is not a whole one is left out. */
export function alternativesOf(problem: ApiProblem): readonly FreeTimeView[] {
  return problem.alternatives.filter(isFreeTime);
}

/** Whether another time has to be chosen: this one will not come back by trying again. */
export function isTimeGone(problem: ApiProblem): boolean {
  return problem.code === 'TIME_TAKEN' || problem.code === 'TIME_NOT_OFFERED';
}

/** The way of meeting that was wanted if the other time has it, else one that it has. */
export function modeFor(time: FreeTimeView, wanted: AppointmentMode): AppointmentMode {
  return time.modes.includes(wanted) ? wanted : (time.modes[0] ?? wanted);
}

function isFreeTime(value: unknown): value is FreeTimeView {
  if (typeof value !== 'object' || value === null) return false;
  const { id, startsAt, endsAt, unitId, modes } = value as Partial<Record<keyof FreeTimeView, unknown>>;
  return [id, startsAt, endsAt, unitId].every((member) => typeof member === 'string') && Array.isArray(modes);
}
