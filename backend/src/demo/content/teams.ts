import type { LocalizedText } from '../../kernel/index.ts';
import type { DemoTeamCode, DemoUnitCode } from '../demo-persons.ts';
import { text } from './texts.ts';

export const DEMO_TEAMS: readonly { readonly code: DemoTeamCode; readonly unit: DemoUnitCode; readonly name: LocalizedText }[] = [
  { code: 'POP-LASTENVALVOJAT', unit: 'POP', name: text('Lastenvalvojat', 'Barnatillsyningsmännen', 'Child welfare supervisors') },
  {
    code: 'LA-I-AVOHUOLTO',
    unit: 'LA-I',
    name: text('Lastensuojelun avohuolto, itä', 'Barnskyddets öppenvård, öst', 'Child protection, east'),
  },
  {
    code: 'VAPA-SOSIAALITYO',
    unit: 'VAPA',
    name: text('Vammaispalvelujen sosiaalityö', 'Funktionshinderservicens socialarbete', 'Social work in disability services'),
  },
  { code: 'TYO-OMAVALMENTAJAT', unit: 'TYO', name: text('Omavalmentajat', 'Egna coacher', 'Own coaches') },
  { code: 'AJANVARAUSKESKUS', unit: 'NH', name: text('Ajanvarauskeskus', 'Tidsbokningscentralen', 'Booking centre') },
];
