import type { ServiceSummaryView } from '@vuoro/ui-shared/api';

export interface ThemeGroup {
  readonly theme: string;
  readonly services: readonly ServiceSummaryView[];
}

/** Services by theme, both in the order of the list. */
export function byTheme(services: readonly ServiceSummaryView[]): readonly ThemeGroup[] {
  const groups = new Map<string, ServiceSummaryView[]>();
  for (const service of services) {
    const group = groups.get(service.theme);
    if (group === undefined) groups.set(service.theme, [service]);
    else group.push(service);
  }
  return [...groups].map(([theme, members]) => ({ theme, services: members }));
}

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
