import type { ServiceSummaryView } from '@vuoro/ui-shared/api';

export interface ThemeGroup {
  readonly theme: string;
  readonly services: readonly ServiceSummaryView[];
}

/** Services by theme, the most sought life events first; within a theme in the order of the list. */
export function byTheme(services: readonly ServiceSummaryView[]): readonly ThemeGroup[] {
  const groups = new Map<string, ServiceSummaryView[]>();
  for (const service of services) {
    const group = groups.get(service.theme);
    if (group === undefined) groups.set(service.theme, [service]);
    else group.push(service);
  }
  return [...groups]
    .map(([theme, members]) => ({ theme, services: members }))
    .sort((one, other) => placeOf(one.theme) - placeOf(other.theme));
}

/** In the order in which they stand on the page. */
const THEME_TEXTS: Readonly<Record<string, string>> = {
  FAMILY: 'themes.family',
  CHILDREN: 'themes.children',
  DISABILITY: 'themes.disability',
  WORK: 'themes.work',
  EMPLOYMENT: 'themes.work',
  MONEY: 'themes.money',
  LIFE: 'themes.life',
};

/** Text key of a theme; one that we do not know yet is still shown, among the other services. */
export function themeText(theme: string): string {
  return THEME_TEXTS[theme.toUpperCase()] ?? 'themes.other';
}

/** Themes that we do not know come last. */
function placeOf(theme: string): number {
  const known = Object.keys(THEME_TEXTS);
  const place = known.indexOf(theme.toUpperCase());
  return place === -1 ? known.length : place;
}
