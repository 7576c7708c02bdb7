import { defineProblems } from '../../kernel/index.ts';

export const { TYPE_CODE_TAKEN, TYPE_CONTRADICTORY, TYPE_VERSION_NOT_LATER, TYPE_VERSION_IN_PAST, TYPE_STATE_NOT_NEXT } = defineProblems(
  'appointment-types',
  {
    TYPE_CODE_TAKEN: { status: 409, title: 'Type code taken', detail: 'Another appointment type has the code {code} or its address.' },
    TYPE_CONTRADICTORY: { status: 422, title: 'Contradictory type', detail: 'The settings of the type contradict each other: {reason}.' },
    TYPE_VERSION_NOT_LATER: {
      status: 409,
      title: 'Version not later',
      detail: 'A version must take effect later than the newest one, {newest}.',
    },
    TYPE_VERSION_IN_PAST: { status: 422, title: 'Version in the past', detail: 'A change cannot take effect before now.' },
    TYPE_STATE_NOT_NEXT: { status: 409, title: 'State not possible', detail: 'A type does not go from {from} to {to}.' },
  },
);
