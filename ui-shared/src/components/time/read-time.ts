const MINUTES_OF_DAY = 24 * 60;

/** A time of day as people type it (`9`, `9.30`, `9:30`, `930`) as `HH:MM`, at most `24:00`; null when it cannot be one. */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = '0'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === '' || Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > MINUTES_OF_DAY) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

/** Minutes from midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of whole minutes from midnight, at most a day. */
export function timeOf(minutes: number): string {
  const whole = Math.min(Math.max(minutes, 0), MINUTES_OF_DAY);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
