import type { LocalizedText } from '../../kernel/index.ts';
import type { CalendarVisibility } from '../../modules/appointment-types/index.ts';
import { text } from './texts.ts';

export type DemoWorkCode = 'KIRJ' | 'TIIM' | 'TNO' | 'MATKA' | 'KOUL' | 'PÄIV' | 'OIK' | 'LOUNAS' | 'SUUN' | 'YKS';

export interface DemoWorkType {
  readonly code: DemoWorkCode;
  readonly name: LocalizedText;
  readonly minutes: number;
  readonly visibility: CalendarVisibility;
}

/**
 * Work without clients; of the whole organisation, in both organisations. Neither absence nor leave is among it: they are marked as an
 * absence, which takes the free times off the offer and counts the reservations to be handled.
 */
export const DEMO_WORK_TYPES: readonly DemoWorkType[] = [
  { code: 'KIRJ', name: text('Kirjaaminen', 'Dokumentation', 'Documentation'), minutes: 60, visibility: 'TYPE' },
  { code: 'TIIM', name: text('Tiimikokous', 'Teammöte', 'Team meeting'), minutes: 90, visibility: 'FULL' },
  { code: 'TNO', name: text('Työnohjaus', 'Arbetshandledning', 'Work supervision'), minutes: 90, visibility: 'TYPE' },
  { code: 'MATKA', name: text('Matka', 'Resa', 'Travel'), minutes: 30, visibility: 'TYPE' },
  { code: 'KOUL', name: text('Koulutus', 'Utbildning', 'Training'), minutes: 180, visibility: 'FULL' },
  { code: 'PÄIV', name: text('Päivystys', 'Jour', 'On call'), minutes: 240, visibility: 'FULL' },
  { code: 'OIK', name: text('Oikeuden käsittely', 'Domstolsbehandling', 'Court hearing'), minutes: 120, visibility: 'BUSY' },
  { code: 'LOUNAS', name: text('Lounas', 'Lunch', 'Lunch'), minutes: 30, visibility: 'TYPE' },
  { code: 'SUUN', name: text('Suunnittelu', 'Planering', 'Planning'), minutes: 30, visibility: 'TYPE' },
  { code: 'YKS', name: text('Yksityinen', 'Privat', 'Private'), minutes: 60, visibility: 'BUSY' },
];
