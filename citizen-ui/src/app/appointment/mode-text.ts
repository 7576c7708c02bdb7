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

/** Whether one comes to the office; also when the way is not told. */
export function isOnSite(mode: AppointmentMode | null): boolean {
  return mode === 'VISIT' || mode === 'GROUP' || mode === null;
}

/** Text key of how one meets without coming to the office; null when one comes there. */
export function joinText(mode: AppointmentMode | null): string | null {
  switch (mode) {
    case 'REMOTE':
      return 'place.joinRemote';
    case 'PHONE':
      return 'place.joinPhone';
    case 'HOME':
      return 'place.joinHome';
    case 'VISIT':
    case 'GROUP':
    case null:
      return null;
  }
}
