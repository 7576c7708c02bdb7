import { instantOf } from '../../time/zone';
import { type Axis, type ColumnTime, minuteOnAxis } from './axis';
import type { InstantRange } from './calendar-entry';

const SHADE = 'var(--v-surface-sunken)';
/** Not `transparent`: on its way to paper that draws a black line where the shade ends. */
const CLEAR = 'var(--v-surface)';

/** Background of a column that is shaded outside the working hours. One gradient, so that it costs no element. */
export function shadeOf(axis: Axis, time: ColumnTime, working: readonly InstantRange[]): string {
  const stops: string[] = [];
  let shadedFrom = 0;
  for (const { from, to } of sharesOf(axis, time, working)) {
    stops.push(`${SHADE} ${percent(shadedFrom)} ${percent(from)}`, `${CLEAR} ${percent(from)} ${percent(to)}`);
    shadedFrom = to;
  }
  stops.push(`${SHADE} ${percent(shadedFrom)} 100%`);
  return `linear-gradient(${stops.join(', ')})`;
}

/** Working hours within the column's own time as shares of the axis, by start. */
function sharesOf(axis: Axis, time: ColumnTime, working: readonly InstantRange[]): { readonly from: number; readonly to: number }[] {
  const share = (instant: number): number => {
    const inside = Math.min(Math.max(instant, time.start), time.end);
    return Math.min(Math.max(minuteOnAxis(axis, time, inside) / axis.length, 0), 1);
  };
  return working
    .map(({ start, end }) => ({ from: share(instantOf(start)), to: share(instantOf(end)) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
