import type { AppointmentMode } from '@vuoro/ui-shared/api';

const MODE_TEXTS: Readonly<Record<AppointmentMode, string>> = {
  VISIT: 'mode.visit',
  REMOTE: 'mode.remote',
  PHONE: 'mode.phone',
  HOME: 'mode.home',
  GROUP: 'mode.group',
};

/** Text key of a way of meeting. */
export function modeText(mode: AppointmentMode): string {
  return MODE_TEXTS[mode];
}
