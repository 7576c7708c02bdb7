import type { LocalizedText } from '../../kernel/index.ts';
import type { DemoUnitCode } from '../demo-persons.ts';
import { text } from './texts.ts';

export interface DemoRoom {
  readonly unit: DemoUnitCode;
  readonly code: string;
  readonly name: LocalizedText;
  readonly capacity: number;
  readonly features: readonly string[];
  readonly arrivalInfo?: LocalizedText;
}

const room = (code: string): LocalizedText => text(`Huone ${code}`, `Rum ${code}`, `Room ${code}`);

export const DEMO_ROOMS: readonly DemoRoom[] = [
  { unit: 'POP', code: 'POP-201', name: room('POP-201'), capacity: 4, features: ['INDUCTION_LOOP'] },
  { unit: 'POP', code: 'POP-202', name: room('POP-202'), capacity: 6, features: ['TWO_EXITS', 'ALARM_BUTTON'] },
  {
    unit: 'POP',
    code: 'POP-203',
    name: text('Videohuone POP-203', 'Videorum POP-203', 'Video room POP-203'),
    capacity: 3,
    features: ['VIDEO'],
  },
  {
    unit: 'LA-I',
    code: 'LA-I-1',
    name: text('Lastenhuone LA-I-1', 'Barnrum LA-I-1', 'Child room LA-I-1'),
    capacity: 5,
    features: ['CHILD_FURNITURE'],
  },
  { unit: 'LA-I', code: 'LA-I-2', name: room('LA-I-2'), capacity: 8, features: [] },
  {
    unit: 'VAPA',
    code: 'VAPA-A',
    name: text('Kokoushuone VAPA-A', 'Mötesrum VAPA-A', 'Meeting room VAPA-A'),
    capacity: 12,
    features: ['WHEELCHAIR', 'INDUCTION_LOOP', 'VIDEO'],
    arrivalInfo: text(
      'Huone on heti sisäänkäynnin vieressä.',
      'Rummet är strax bredvid ingången.',
      'The room is right next to the entrance.',
    ),
  },
  { unit: 'VAPA', code: 'VAPA-B', name: room('VAPA-B'), capacity: 3, features: ['WHEELCHAIR'] },
  ...[1, 2, 3, 4].map((number): DemoRoom => ({
    unit: 'TYO',
    code: `TYO-${number}`,
    name: room(`TYO-${number}`),
    capacity: 3,
    features: [],
  })),
  {
    unit: 'LAPE',
    code: 'PERHE-SALI',
    name: text('Perhesali', 'Familjesalen', 'Family hall'),
    capacity: 20,
    features: ['WHEELCHAIR', 'CHILD_FURNITURE'],
  },
];
